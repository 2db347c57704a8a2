package org.tocsin.app.registry.places;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.STRtree;
import org.tocsin.app.registry.Lines;
import org.tocsin.kernel.Point;

/**
 * The nearest of many lines or points.
 *
 * @param <T> what the lines belong to
 */
final class NearestPlaces<T> {
  /** Nothing further away than this is called near. */
  static final double MAX_METRES = 2000;

  record Found<T>(T item, Lines.Foot foot) {}

  private record Entry<T>(@Nullable T item, List<Point> line) {}

  private final STRtree tree = new STRtree();

  NearestPlaces(List<T> items, Function<T, List<Point>> line) {
    for (T item : items) {
      List<Point> points = line.apply(item);
      Envelope envelope = new Envelope();
      points.forEach(p -> envelope.expandToInclude(p.lon(), p.lat()));
      tree.insert(envelope, new Entry<>(item, points));
    }
    tree.build();
  }

  @SuppressWarnings("unchecked")
  Optional<Found<T>> nearest(Point p) {
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    Entry<T> asked = new Entry<>(null, List.of(p));
    Object found =
        tree.nearestNeighbour(
            new Envelope(p.lon(), p.lon(), p.lat(), p.lat()), asked, NearestPlaces::degrees);
    Entry<T> entry = (Entry<T>) found;
    Lines.Foot foot = foot(entry.line(), p);
    T item = entry.item();
    return item == null || foot.metres() > MAX_METRES
        ? Optional.empty()
        : Optional.of(new Found<>(item, foot));
  }

  private static Lines.Foot foot(List<Point> line, Point p) {
    return line.size() == 1
        ? new Lines.Foot(line.getFirst(), line.getFirst().distanceTo(p), 0)
        : Lines.nearest(line, p);
  }

  /** In metres over the metres of a degree, never below the distance of the envelopes by much. */
  private static double degrees(ItemBoundable a, ItemBoundable b) {
    Entry<?> x = (Entry<?>) a.getItem();
    Entry<?> y = (Entry<?>) b.getItem();
    List<Point> line = x.item() == null ? y.line() : x.line();
    Point p = x.item() == null ? x.line().getFirst() : y.line().getFirst();
    Point foot = foot(line, p).point();
    return Math.hypot(foot.lat() - p.lat(), foot.lon() - p.lon());
  }
}
