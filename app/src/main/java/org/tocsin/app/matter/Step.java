package org.tocsin.app.matter;

/** The steps of an incident that are stamped with an instant. */
public enum Step {
  RECEIVED("received"),
  CREATED("created"),
  DISPATCHED("dispatched"),
  ACKNOWLEDGED("acknowledged"),
  DEPARTED("departed"),
  ARRIVED("arrived"),
  FED_BACK("fedBack"),
  CLOSED("closed");

  private final String jsonName;

  Step(String jsonName) {
    this.jsonName = jsonName;
  }

  /** The field of {@link Instants} that shows this step. */
  public String jsonName() {
    return jsonName;
  }
}
