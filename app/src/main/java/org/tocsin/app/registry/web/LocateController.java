package org.tocsin.app.registry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.registry.Candidate;
import org.tocsin.app.registry.Locator;
import org.tocsin.app.registry.Nearest;
import org.tocsin.app.registry.Precinct;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.Point;

@RestController
@RequestMapping("/api/locate")
class LocateController {
  private static final int USUAL = 10;

  private final Locator locator;

  LocateController(Locator locator) {
    this.locator = locator;
  }

  record CandidateView(
      String label,
      Candidate.Kind kind,
      double lat,
      double lon,
      @Nullable AddressId addressId,
      double score,
      @Nullable Precinct precinct) {
    static CandidateView of(Candidate c) {
      return new CandidateView(
          c.label(),
          c.kind(),
          c.point().lat(),
          c.point().lon(),
          c.addressId(),
          c.score(),
          c.precinct());
    }
  }

  record NearestView(@Nullable CandidateView nearest, double metres, @Nullable Precinct precinct) {}

  @GetMapping
  List<CandidateView> search(
      @RequestParam String q,
      @RequestParam(required = false) @Nullable Double lat,
      @RequestParam(required = false) @Nullable Double lon,
      @RequestParam(required = false) @Nullable Integer limit) {
    Acting.require(Permission.REGISTRY_READ);
    Point near = lat == null || lon == null ? null : point(lat, lon);
    return locator.search(q, near, limit == null ? USUAL : limit).stream()
        .map(CandidateView::of)
        .toList();
  }

  @GetMapping("/reverse")
  NearestView reverse(@RequestParam double lat, @RequestParam double lon) {
    Acting.require(Permission.REGISTRY_READ);
    Nearest found = locator.reverse(point(lat, lon));
    Candidate nearest = found.nearest();
    return new NearestView(
        nearest == null ? null : CandidateView.of(nearest),
        Math.round(found.metres() * 10) / 10.0,
        found.precinct());
  }

  private static Point point(double lat, double lon) {
    if (!Point.isValid(lat, lon)) {
      throw Problem.invalid("lat", "latlon");
    }
    return new Point(lat, lon);
  }
}
