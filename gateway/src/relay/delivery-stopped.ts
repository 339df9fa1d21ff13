/** Delivery was stopped; the command stays in the journal. */
export class DeliveryStopped extends Error {
  override readonly name = 'DeliveryStopped';
}
