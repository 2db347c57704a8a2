package org.tocsin.app.figures.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.figures.FigureDefinition;
import org.tocsin.app.figures.FigureDefinition.Per;
import org.tocsin.app.figures.FigureDefinition.Unit;
import org.tocsin.app.figures.Figures;
import org.tocsin.app.figures.ReportCard;
import org.tocsin.app.figures.ReportCard.By;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.matter.IncidentTypes;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;

/** Makes report cards from the definitions and the store. */
@Service
class ReportCards implements Figures {
  private static final Duration LONGEST = Duration.ofDays(400);

  /** The pack's file. */
  record FigurePack(List<FigureDefinition> figures) {}

  private final List<FigureDefinition> definitions;
  private final FigureStore store;
  private final Agencies agencies;
  private final IncidentTypes types;
  private final InstanceClock clock;

  ReportCards(
      Packs packs, FigureStore store, Agencies agencies, IncidentTypes types, InstanceClock clock) {
    this.definitions = List.copyOf(packs.read("figures.yaml", FigurePack.class).figures());
    this.store = store;
    this.agencies = agencies;
    this.types = types;
    this.clock = clock;
    Set<String> codes = new HashSet<>();
    for (FigureDefinition figure : definitions) {
      if (!codes.add(figure.code())) {
        throw new Packs.PackException(
            "packs/figures.yaml: the code " + figure.code() + " stands twice; give each its own");
      }
    }
  }

  @Override
  public List<FigureDefinition> definitions() {
    return definitions;
  }

  @Override
  @Transactional(readOnly = true)
  public ReportCard report(Query query) {
    FigureStore.Question question = question(query);
    List<ReportCard.Value> values = new ArrayList<>();
    for (FigureDefinition figure : definitions) {
      if (figure.per() == Per.CALL && (query.by() == By.TYPE || query.by() == By.PRIORITY)) {
        // A call has no type of its own before it is an incident.
        continue;
      }
      List<FigureStore.Row> rows = store.count(figure, question);
      if (rows.isEmpty() && query.by() == By.NONE) {
        rows = List.of(new FigureStore.Row(null, 0, 0, 0, 0, 0, 0, null, null, null, null));
      }
      rows.forEach(row -> values.add(value(figure, row, query.by())));
    }
    return new ReportCard(
        new ReportCard.Period(query.from(), query.to()),
        question.asOf(),
        clock.getZone().getId(),
        query.agency(),
        query.exercise(),
        query.by(),
        values);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<ReportCard.Entry> records(
      String code,
      Query query,
      @Nullable String group,
      @Nullable String after,
      @Nullable Integer limit) {
    FigureDefinition figure =
        definitions.stream()
            .filter(f -> f.code().equals(code))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("figure", code));
    int most = Page.limit(limit);
    List<ReportCard.Entry> rows =
        store.records(figure, question(query), group, cursor(after), most + 1);
    return Page.of(rows, most, ReportCard.Entry::recordId);
  }

  private FigureStore.Question question(Query query) {
    Scope scope = Acting.require(Permission.FIGURES_READ).scope();
    if (!query.to().isAfter(query.from())
        || Duration.between(query.from(), query.to()).compareTo(LONGEST) > 0) {
      throw Problem.invalid("to", "period", LONGEST.toDays());
    }
    AgencyId agency = query.agency();
    if (agency != null) {
      if (!scope.covers(agency) || agencies.find(agency).isEmpty()) {
        throw Problem.notFound("agency", agency);
      }
      scope =
          Scope.of(
              agencies.subtree(agency).stream().filter(scope::covers).collect(Collectors.toSet()));
    }
    Instant asOf = query.asOf() == null ? clock.instant() : query.asOf();
    return new FigureStore.Question(
        query.from(), query.to(), asOf, scope, query.exercise(), query.by());
  }

  private static @Nullable UUID cursor(@Nullable String after) {
    try {
      return after == null || after.isBlank() ? null : UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("after", "format", String.valueOf(after));
    }
  }

  private ReportCard.Value value(FigureDefinition figure, FigureStore.Row row, By by) {
    boolean count = figure.unit() == Unit.COUNT;
    boolean share = figure.unit() == Unit.SHARE;
    boolean seconds = figure.unit() == Unit.SECONDS;
    return new ReportCard.Value(
        figure.code(),
        figure.version(),
        figure.zh(),
        figure.en(),
        figure.meaningZh(),
        figure.meaningEn(),
        figure.unit(),
        figure.per(),
        group(row.group(), by),
        count ? row.all() : row.counted(),
        share ? row.within() : null,
        share ? row.counted() : null,
        seconds ? row.median() : null,
        seconds ? row.p90() : null,
        seconds ? row.min() : null,
        seconds ? row.max() : null,
        count ? 0 : row.late(),
        count ? List.of() : excluded(row));
  }

  private static List<ReportCard.Excluded> excluded(FigureStore.Row row) {
    List<ReportCard.Excluded> excluded = new ArrayList<>();
    if (row.notReported() > 0) {
      excluded.add(
          new ReportCard.Excluded("NOT_REPORTED", "未上报", "not reported", row.notReported()));
    }
    if (row.impossible() > 0) {
      excluded.add(
          new ReportCard.Excluded("IMPOSSIBLE", "时间矛盾", "impossible times", row.impossible()));
    }
    return excluded;
  }

  private ReportCard.@Nullable Group group(@Nullable String key, By by) {
    if (by == By.NONE) {
      return null;
    }
    if (key == null) {
      return new ReportCard.Group("", "未定", "none");
    }
    return switch (by) {
      case NONE, PRIORITY -> new ReportCard.Group(key, key + "级", "P" + key);
      case TYPE -> new ReportCard.Group(key, types.name(key).zh(), types.name(key).en());
      case AGENCY -> {
        Agency agency = agencies.find(AgencyId.of(key)).orElse(null);
        yield agency == null
            ? new ReportCard.Group(key, key, key)
            : new ReportCard.Group(key, agency.nameZh(), agency.nameEn());
      }
    };
  }
}
