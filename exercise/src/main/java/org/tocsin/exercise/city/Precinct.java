package org.tocsin.exercise.city;

import java.util.List;
import org.tocsin.kernel.Point;

/**
 * The ground one station answers for.
 *
 * @param code the station's agency code, as in packs/demo-agencies.yaml
 * @param districtCode the agency code of the district bureau
 * @param district what addresses call the district, such as 古城区
 * @param station the station's name without 派出所
 * @param outline a closed ring, WGS-84
 */
public record Precinct(
    String code, String districtCode, String district, String station, List<Point> outline) {}
