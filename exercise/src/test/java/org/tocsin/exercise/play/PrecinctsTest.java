package org.tocsin.exercise.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.tocsin.exercise.RealWeek;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedReader;
import org.tocsin.exercise.feed.Mappings;

class PrecinctsTest {
  @Test
  void stationAreasOfTheRealWeekNeverOverlapAndHoldTheirCalls() {
    Feed feed = new FeedReader(Mappings.of(null)).read(RealWeek.folder());
    Map<String, Geometry> areas = Precincts.areas(feed);
    assertThat(areas).hasSize(45);
    List<Geometry> all = new ArrayList<>(areas.values());
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        assertThat(all.get(i).intersection(all.get(j)).getArea()).isLessThan(1e-10);
      }
    }
    GeometryFactory shapes = new GeometryFactory();
    long inside = feed.calls().stream().filter(c -> inside(areas, c, shapes)).count();
    assertThat(inside).isGreaterThan(3520);
  }

  private static boolean inside(
      Map<String, Geometry> areas, CallRecord call, GeometryFactory shapes) {
    Geometry area = areas.get(call.area());
    return call.place() != null
        && area != null
        && area.covers(shapes.createPoint(new Coordinate(call.place().lon(), call.place().lat())));
  }
}
