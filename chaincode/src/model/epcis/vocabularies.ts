/** The standard words of CBV 2.0 (section 7) and of the GS1 Web Vocabulary, and their three spellings. */

/** A list of standard words. */
export interface Vocabulary {
  /** A bare word `x` means this followed by `x`. */
  readonly web: string;
  /** The spelling of CBV 1: this followed by `x`. */
  readonly urn?: string;
  readonly words: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const CBV = 'https://ref.gs1.org/cbv/';
const CBV_URN = 'urn:epcglobal:cbv:';
const GS1 = 'https://gs1.org/voc/';

/** Field → its standard words. */
export const VOCABULARIES = {
  bizStep: {
    web: `${CBV}BizStep-`,
    urn: `${CBV_URN}bizstep:`,
    words: words(
      'accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting ' +
        'decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting ' +
        'installing killing loading other packing picking receiving removing repackaging repairing replacing reserving ' +
        'retail_selling sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transporting ' +
        'unloading unpacking void_shipping',
    ),
  },
  disposition: {
    web: `${CBV}Disp-`,
    urn: `${CBV_URN}disp:`,
    words: words(
      'active available completeness_verified completeness_inferred conformant container_closed container_open damaged ' +
        'destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_instance mismatch_class ' +
        'mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed ' +
        'recalled reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown',
    ),
  },
  bizTransaction: {
    web: `${CBV}BTT-`,
    urn: `${CBV_URN}btt:`,
    words: words('bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt'),
  },
  sourceDestination: {
    web: `${CBV}SDT-`,
    urn: `${CBV_URN}sdt:`,
    words: words('owning_party possessing_party location'),
  },
  errorReason: {
    web: `${CBV}ER-`,
    urn: `${CBV_URN}er:`,
    words: words('did_not_occur incorrect_data'),
  },
  component: {
    web: `${CBV}Comp-`,
    words: words(
      'x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude ' +
        'longitude altitude',
    ),
  },
  measurement: {
    web: GS1,
    words: words(
      'AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Radioactivity Altitude AmountOfSubstance ' +
        'AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance ' +
        'Conductance Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity ' +
        'ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency ' +
        'Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux ' +
        'LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate ' +
        'MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power Pressure RadiantFlux ' +
        'RadiantIntensity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed SurfaceDensity ' +
        'SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber',
    ),
  },
  alert: { web: GS1, words: words('ALARM_CONDITION ERROR_CONDITION') },
} as const satisfies Record<string, Vocabulary>;

/** Names a vocabulary. */
export type VocabularyName = keyof typeof VOCABULARIES;

const URNS: readonly (readonly [string, string])[] = Object.values<Vocabulary>(VOCABULARIES).flatMap(
  ({ urn, web }) => (urn === undefined ? [] : [[urn, web] as const]),
);

/** A URN of CBV 1 as the web address that means the same; other texts as they are. */
export const webTerm = (text: string): string => {
  const [urn, web] = URNS.find(([each]) => text.startsWith(each)) ?? [];
  return urn === undefined ? text : `${web ?? ''}${text.slice(urn.length)}`;
};

/** A bare word as the web address that it stands for in a field; other texts as they are. */
export const bareTerm = (vocabulary: Vocabulary, text: string): string =>
  text.includes(':') ? text : `${vocabulary.web}${text}`;
