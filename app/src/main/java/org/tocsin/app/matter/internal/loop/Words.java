package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.internal.loop.EntryStore.Line;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.flow.ClockState;
import org.tocsin.matters.flow.Decision.Change;
import org.tocsin.matters.flow.Deed;

/** What the timeline says of each change. */
final class Words {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final MatterKind kind;
  private final ZoneId zone;

  Words(MatterKind kind, ZoneId zone) {
    this.kind = kind;
    this.zone = zone;
  }

  /** The line of a change. A move is told by whoever did it, who knows what came with it. */
  Line line(Change change) {
    return switch (change) {
      case Change.Moved c -> moved(c, null, null, Map.of());
      case Change.Started c -> clock("CLOCK_STARTED", c.clock(), "开始计时", "started", due(c.dueAt()));
      case Change.Stopped c -> stopped(c);
      case Change.Paused c ->
          clock("CLOCK_PAUSED", c.clock(), "中止计时", "paused", until(c.resumeAt()));
      case Change.Resumed c -> clock("CLOCK_RESUMED", c.clock(), "恢复计时", "resumed", due(c.dueAt()));
      case Change.Extended c ->
          clock("CLOCK_EXTENDED", c.clock(), "延长期限", "extended", due(c.dueAt()));
      case Change.Warned c ->
          clock("CLOCK_WARNED", c.clock(), "即将到期", "is due soon", due(c.dueAt()));
      case Change.Expired c ->
          clock("CLOCK_EXPIRED", c.clock(), "已到期", "is overdue", due(c.dueAt()));
      case Change.Escalated c ->
          clock(
              "CLOCK_ESCALATED",
              c.clock(),
              "超期上报第 %d 级".formatted(c.level()),
              "overdue: told to level %d above".formatted(c.level()),
              due(c.dueAt()));
    };
  }

  Line moved(
      Change.Moved c,
      @Nullable String reason,
      @Nullable Instant claimedAt,
      Map<String, Object> more) {
    Map<String, Object> data = new LinkedHashMap<>(more);
    data.put("from", c.from());
    data.put("to", c.to());
    boolean raised = c.deed().transition().equals(Deed.RAISE);
    Text names =
        raised
            ? new Text("提出", "Raised")
            : kind.transition(c.deed().transition())
                .map(t -> Sayings.text(t.names()))
                .orElseGet(() -> new Text(c.deed().transition(), c.deed().transition()));
    return new Line(
        raised ? "RAISED" : c.deed().transition(),
        names,
        reason == null || reason.isBlank() ? null : new Text(reason, reason),
        claimedAt,
        data);
  }

  private Line stopped(Change.Stopped c) {
    boolean met = c.status() == ClockState.Status.MET;
    return clock(
        met ? "CLOCK_MET" : "CLOCK_ENDED",
        c.clock(),
        met ? "按期完成" : "超期结束",
        met ? "met in time" : "ended late",
        null);
  }

  private Line clock(String what, String code, String zh, String en, @Nullable Text detail) {
    Text name = name(code);
    return new Line(
        what,
        new Text(name.zh() + "：" + zh, name.en() + ": " + en),
        detail,
        null,
        Map.of("clock", code));
  }

  Text name(String clock) {
    var declared = kind.clocks().get(clock);
    return declared == null ? new Text(clock, clock) : Sayings.text(declared.names());
  }

  private @Nullable Text due(@Nullable Instant at) {
    return at == null ? null : new Text("期限 " + minute(at), "due " + minute(at));
  }

  private @Nullable Text until(@Nullable Instant at) {
    return at == null ? null : new Text("至迟 " + minute(at), "until " + minute(at));
  }

  String minute(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }
}
