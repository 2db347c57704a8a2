package org.tocsin.exercise.city;

/**
 * One of the city's units.
 *
 * @param callSign such as 巡201
 * @param typeCode as in packs/unit-types.yaml
 * @param agencyCode whose it is
 * @param precinct the number of the precinct it keeps to
 * @param home where it stands when nothing is to be done
 * @param patrols whether it drives around meanwhile
 * @param watch when it is on duty
 * @param crew who is in it
 */
public record Post(
    String callSign,
    String typeCode,
    String agencyCode,
    int precinct,
    Spot home,
    boolean patrols,
    Watch watch,
    java.util.List<String> crew) {

  /** When a unit is on duty, local hours; around the clock where both are the same. */
  public record Watch(String name, int from, int until) {
    public boolean isOn(int hour) {
      return from == until
          || (from < until ? hour >= from && hour < until : hour >= from || hour < until);
    }
  }
}
