package org.tocsin.exercise.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares what came of a drill with what should have. Every wish of the scenario is one line and
 * weighs the same; nothing is scored that the scenario does not ask for.
 */
public final class Scoring {
  /** What has become of a call, as the console says it; English sheets keep the codes. */
  private static final Map<String, String> STATES =
      Map.of(
          "RINGING", "振铃未接",
          "TAKING", "仍在接听",
          "ACCEPTED", "已建警情",
          "NUISANCE", "无效来电",
          "ABANDONED", "已放弃");

  private final Scenario scenario;
  private final Facts facts;
  private final List<ScoreSheet.Line> lines = new ArrayList<>();

  private Scoring(Scenario scenario, Facts facts) {
    this.scenario = scenario;
    this.facts = facts;
  }

  /** The lines of the score sheet: the calls in order, then each incident. */
  public static List<ScoreSheet.Line> of(Scenario scenario, Facts facts) {
    Scoring scoring = new Scoring(scenario, facts);
    for (int i = 0; i < scenario.calls().size(); i++) {
      scoring.call(i);
    }
    scenario.incidents().forEach(scoring::incident);
    return scoring.lines;
  }

  private void add(Words subject, Words wish, Words result, boolean met) {
    lines.add(new ScoreSheet.Line(subject, wish, result, met));
  }

  private void call(int number) {
    Scenario.Inject inject = scenario.calls().get(number);
    Facts.Call call = facts.calls().get(number);
    Words subject =
        new Words(
            "来电 %d（%s）".formatted(number + 1, inject.at()),
            "Call %d (%s)".formatted(number + 1, inject.at()));
    Instant answered = call == null ? null : call.answered();
    int within = scenario.answerSeconds();
    Words wish = new Words("%d 秒内接听".formatted(within), "answered within %d s".formatted(within));
    if (call == null || answered == null) {
      add(subject, wish, new Words("无人接听", "nobody answered"), false);
    } else {
      long seconds = Duration.between(call.received(), answered).toSeconds();
      String by = Objects.requireNonNullElse(call.takenBy(), "?");
      Words result = new Words("%d 秒，%s".formatted(seconds, by), "%d s, %s".formatted(seconds, by));
      add(subject, wish, result, seconds <= within);
    }
    if (inject.about() == null) {
      boolean rejected =
          call != null && (call.state().equals("NUISANCE") || call.state().equals("ABANDONED"));
      String state = call == null ? "-" : call.state();
      Words result = new Words(STATES.getOrDefault(state, state), state);
      add(subject, new Words("判为无效", "judged a nuisance"), result, rejected);
    }
  }

  private void incident(Scenario.Wanted wanted) {
    Words subject = wanted.name();
    List<Facts.Call> calls = new ArrayList<>();
    int rang = 0;
    for (int i = 0; i < scenario.calls().size(); i++) {
      if (wanted.id().equals(scenario.calls().get(i).about())) {
        rang++;
        Facts.Call call = facts.calls().get(i);
        if (call != null) {
          calls.add(call);
        }
      }
    }
    String id = mostNamed(calls);
    Facts.Incident incident = id == null ? null : facts.incidents().get(id);
    Words entered = new Words("已建警情", "an incident was made");
    if (incident == null || id == null) {
      add(subject, entered, new Words("未建警情", "none was made"), false);
      return;
    }
    add(subject, entered, new Words(incident.number(), incident.number()), true);
    if (rang > 1) {
      long joined = calls.stream().filter(c -> id.equals(c.incident())).count();
      Words result = new Words("%d/%d".formatted(joined, rang), "%d of %d".formatted(joined, rang));
      add(subject, new Words("全部来电并为一起", "all calls in one incident"), result, joined == rang);
    }
    judged(subject, wanted, incident);
    Instant first =
        calls.stream().map(Facts.Call::received).min(Comparator.naturalOrder()).orElseThrow();
    sent(subject, wanted, incident, first);
  }

  /** The incident that most of the calls ended in; of several the one of the earliest call. */
  private static @Nullable String mostNamed(List<Facts.Call> calls) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    for (Facts.Call call : calls) {
      String incident = call.incident();
      if (incident != null) {
        votes.merge(incident, 1, Integer::sum);
      }
    }
    String most = null;
    int best = 0;
    for (Map.Entry<String, Integer> vote : votes.entrySet()) {
      if (vote.getValue() > best) {
        best = vote.getValue();
        most = vote.getKey();
      }
    }
    return most;
  }

  private void judged(Words subject, Scenario.Wanted wanted, Facts.Incident incident) {
    String types = String.join(" / ", wanted.types());
    add(
        subject,
        new Words("类别 " + types, "type " + types),
        new Words(incident.type(), incident.type()),
        wanted.types().contains(incident.type()));
    add(
        subject,
        new Words(
            "等级不低于 " + wanted.priority(), "priority " + wanted.priority() + " or more urgent"),
        new Words("" + incident.priority(), "" + incident.priority()),
        incident.priority() <= wanted.priority());
    add(
        subject,
        new Words("已定位", "located"),
        incident.located() ? new Words("是", "yes") : new Words("否", "no"),
        incident.located());
  }

  private void sent(Words subject, Scenario.Wanted wanted, Facts.Incident incident, Instant first) {
    List<Facts.Order> orders = incident.orders();
    Instant ordered =
        orders.stream().map(Facts.Order::ordered).min(Comparator.naturalOrder()).orElse(null);
    within(subject, new Words("派警", "ordered"), first, ordered, wanted.orderSeconds());
    wanted
        .units()
        .forEach(
            (type, count) -> {
              long got = orders.stream().filter(o -> o.unitType().equals(type)).count();
              Words wish =
                  new Words("派出 %s %d".formatted(type, count), "%d %s sent".formatted(count, type));
              add(subject, wish, new Words("" + got, "" + got), got >= count);
            });
    for (Facts.Order o : orders) {
      Words who =
          new Words(subject.zh() + " · " + o.callSign(), subject.en() + " · " + o.callSign());
      within(
          who,
          new Words("签收", "acknowledged"),
          o.ordered(),
          o.acknowledged(),
          scenario.acknowledgeSeconds());
    }
    Integer arrive = wanted.arriveSeconds();
    if (arrive != null) {
      Instant arrived =
          orders.stream()
              .map(Facts.Order::arrived)
              .filter(Objects::nonNull)
              .min(Comparator.naturalOrder())
              .orElse(null);
      within(subject, new Words("首个单位到场", "first unit on scene"), first, arrived, arrive);
    }
  }

  private void within(Words subject, Words what, Instant from, @Nullable Instant to, int seconds) {
    Words wish =
        new Words(
            "%s ≤ %d 秒".formatted(what.zh(), seconds),
            "%s within %d s".formatted(what.en(), seconds));
    if (to == null) {
      add(subject, wish, new Words("没有", "never"), false);
      return;
    }
    long took = Duration.between(from, to).toSeconds();
    add(subject, wish, new Words(took + " 秒", took + " s"), took <= seconds);
  }
}
