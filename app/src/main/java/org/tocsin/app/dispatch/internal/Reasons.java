package org.tocsin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.RecommendationView.Requirement;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.internal.RunCards.Line;
import org.tocsin.app.dispatch.internal.Travel.Origin;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.registry.RoadTime;

/** Why a unit is recommended or not, in lines a person understands. */
@Component
class Reasons {
  private final UnitTypes types;

  Reasons(UnitTypes types) {
    this.types = types;
  }

  /** One line of the run card in words. */
  Requirement requirement(Line line, int already, int missing) {
    String zh = line.need().stream().map(t -> types.name(t).zh()).collect(Collectors.joining("或"));
    String en =
        line.need().stream().map(t -> types.name(t).en()).collect(Collectors.joining(" or "));
    List<String> codes = new ArrayList<>(line.need());
    codes.addAll(line.last());
    return new Requirement(
        codes,
        line.count(),
        already,
        missing,
        "%s × %d%s%s"
            .formatted(
                zh,
                line.count(),
                already > 0 ? "，已派 " + already : "",
                missing > 0 ? "，缺 " + missing : ""),
        "%d × %s%s%s"
            .formatted(
                line.count(),
                en,
                already > 0 ? ", " + already + " sent" : "",
                missing > 0 ? ", " + missing + " short" : ""));
  }

  /**
   * @param line the line it is recommended for, if it is
   */
  List<Text> of(
      BoardUnit unit, @Nullable RoadTime time, @Nullable Origin origin, @Nullable Line line) {
    List<Text> reasons = new ArrayList<>();
    if (line != null) {
      reasons.add(fit(unit.unit().typeCode(), line));
    }
    reasons.add(way(time, origin));
    if (!unit.tasks().isEmpty()) {
      reasons.add(other(unit.tasks().getFirst()));
    } else {
      reasons.add(new Text("待命", "free"));
    }
    return reasons;
  }

  private Text fit(String type, Line line) {
    Text name = types.name(type);
    int rank = line.rank(type);
    if (rank == 0) {
      return new Text(name.zh() + "：预案首选", name.en() + ": what the run card asks for");
    }
    Text first = types.name(line.need().getFirst());
    return rank < line.need().size()
        ? new Text(
            "%s：代替%s".formatted(name.zh(), first.zh()),
            "%s: in place of %s, sooner by enough or none free".formatted(name.en(), first.en()))
        : new Text(
            "%s：无%s可派，最后选择".formatted(name.zh(), first.zh()),
            "%s: last resort, no %s to be had".formatted(name.en(), first.en()));
  }

  private static Text way(@Nullable RoadTime time, @Nullable Origin origin) {
    if (origin == null) {
      return new Text("位置未知", "position unknown");
    }
    Text from =
        switch (origin.source()) {
          case LIVE ->
              new Text(
                  "实时定位，%s前".formatted(zh(origin.ageSeconds())),
                  "live position, %s old".formatted(en(origin.ageSeconds())));
          case HOME -> new Text("按驻地计", "from its home");
          case STALE ->
              new Text(
                  "末次定位，%s前".formatted(zh(origin.ageSeconds())),
                  "last position, %s old".formatted(en(origin.ageSeconds())));
        };
    if (time == null) {
      return new Text("无可用道路时间（" + from.zh() + "）", "no way by road known (" + from.en() + ")");
    }
    long seconds = time.time().toSeconds();
    return new Text(
        "%s%s，%.1f 公里（%s）"
            .formatted(
                time.estimated() ? "直线估算 " : "道路 ", zh(seconds), time.metres() / 1000, from.zh()),
        "%s %s, %.1f km (%s)"
            .formatted(
                en(seconds),
                time.estimated() ? "estimated by straight line" : "by road",
                time.metres() / 1000,
                from.en()));
  }

  private static Text other(UnitView.Task task) {
    return new Text(
        "正前往 %s（%d 级），可改派".formatted(task.incidentNumber(), task.priority()),
        "on the way to %s (priority %d), could be diverted"
            .formatted(task.incidentNumber(), task.priority()));
  }

  private static String zh(long seconds) {
    return seconds < 60 ? seconds + " 秒" : "%d 分 %d 秒".formatted(seconds / 60, seconds % 60);
  }

  private static String en(long seconds) {
    return seconds < 60 ? seconds + " s" : "%d min %d s".formatted(seconds / 60, seconds % 60);
  }
}
