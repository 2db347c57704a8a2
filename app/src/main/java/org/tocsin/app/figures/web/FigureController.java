package org.tocsin.app.figures.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.figures.FigureDefinition;
import org.tocsin.app.figures.Figures;
import org.tocsin.app.figures.ReportCard;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/** Figures over HTTP. */
@RestController
@RequestMapping("/api/figures")
class FigureController {
  private final Figures figures;

  FigureController(Figures figures) {
    this.figures = figures;
  }

  @GetMapping("/definitions")
  List<FigureDefinition> definitions() {
    Acting.require(Permission.FIGURES_READ);
    return figures.definitions();
  }

  @GetMapping("/response")
  ReportCard response(
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(required = false) @Nullable ExerciseId exercise,
      @RequestParam(defaultValue = "none") String by) {
    return figures.report(new Figures.Query(from, to, asOf, agency, exercise, by(by)));
  }

  @GetMapping("/response/records")
  Page<ReportCard.Entry> records(
      @RequestParam String figure,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(required = false) @Nullable ExerciseId exercise,
      @RequestParam(defaultValue = "none") String by,
      @RequestParam(required = false) @Nullable String group,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    Figures.Query query = new Figures.Query(from, to, asOf, agency, exercise, by(by));
    return figures.records(figure, query, group, after, limit);
  }

  private static ReportCard.By by(String text) {
    try {
      return ReportCard.By.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("by", "unknown", text);
    }
  }
}
