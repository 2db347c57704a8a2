package org.tocsin.app.registry.internal;

/** What can be imported, and which dataset it fills. */
public enum ImportKind {
  /** Streets in CSV. */
  STREET_TABLE("roads"),
  /** Roads of an OpenStreetMap extract; replaces a street table of the same dataset. */
  OSM_PBF("roads"),
  /** Crossings in CSV. */
  INTERSECTIONS("crossings"),
  /** Precincts in GeoJSON. */
  PRECINCTS("precincts"),
  /** Landmarks in CSV. */
  LANDMARKS("landmarks"),
  /** Standard addresses in CSV. */
  ADDRESSES("addresses");

  private final String group;

  ImportKind(String group) {
    this.group = group;
  }

  /** The first part of the names of the datasets that this kind fills. */
  String group() {
    return group;
  }
}
