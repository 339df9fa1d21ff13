import { Component, type ReactNode } from 'react';
import { RouteFailed } from './route-failed.js';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failure: { readonly error: unknown } | undefined;
}

/** Keeps the frame around a page that could not be loaded or drawn, and says so in its place. */
export class PageBoundary extends Component<Props, State> {
  override readonly state: State = { failure: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === undefined ? this.props.children : <RouteFailed error={failure.error} />;
  }
}
