package org.tocsin.bench.loop;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.load.Latency;
import org.tocsin.bench.load.OpenLoop;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.server.Server;
import org.tocsin.bench.server.Usage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code ./tocsin bench loop}. */
@Command(
    name = "loop",
    description =
        "A million matters with ten lines each: inbox, open, write and search by fifty officers; how late clocks fire.")
public final class LoopBench extends BenchCommand {
  private static final Duration BEFORE_FIRST = Duration.ofSeconds(5);

  @ArgGroup(validate = false)
  private LoopPlan plan = new LoopPlan();

  @Override
  protected Optional<Report> measure() throws IOException, InterruptedException {
    Report report =
        new Report(
            "loop",
            "%,d matters of declared kinds with %d timeline entries each; %d officers at work, one request of each in %s s, for %d s."
                .formatted(
                    plan.matters,
                    Originals.LINES,
                    plan.users,
                    Report.number(plan.think),
                    plan.seconds));
    try (Server server = Server.started();
        Owner owner = Owner.of(server);
        Owner watcher = Owner.of(server)) {
      say("signing officers in and raising the matters that the others are copies of");
      People people = People.signIn(server);
      List<UUID> originals = Originals.raise(people);
      Copies copies = new Copies(owner);
      Table tick = TickCost.table();
      say("reading the tick's cost on the almost empty database for " + plan.idle + " s");
      TickCost.over(owner, plan.idle).row(tick, report, "almost empty, idle", "tick_empty");
      fill(report, owner, copies, originals);
      List<Copies.Copy> sample = copies.sample(plan.matters);
      say("reading the tick's cost on the full database for " + plan.idle + " s");
      TickCost.over(owner, plan.idle).row(tick, report, "filled, idle", "tick_full");
      report.add(tick);
      explain(owner, report);
      Times times = new Times();
      Work work = new Work(people, sample, plan.users, times);
      say("warming up for " + plan.warmup + " s, not counted");
      failed(report, load(work, plan.warming(), false));
      measured(report, server, copies, watcher, work);
      times.into(report);
      work.notFound().stream().limit(3).forEach(t -> report.failed("not found by search: " + t));
      copies.clean();
    }
    return Optional.of(note(report));
  }

  private void fill(Report report, Owner owner, Copies copies, List<UUID> originals) {
    say("filling the database with %,d matters".formatted(plan.matters));
    long began = System.nanoTime();
    owner.plain("set synchronous_commit = off");
    owner.plain("set maintenance_work_mem = '512MB'");
    owner.plain("set work_mem = '128MB'");
    copies.prepare(originals);
    Rebuilt rebuilt = Rebuilt.dropped(owner);
    try {
      copies.spread(plan.matters);
    } finally {
      say("making %d indexes and keys again".formatted(rebuilt.make()));
    }
    for (String table : List.of("matter", "personal", "deed", "clock", "entry", "proof")) {
      owner.plain("vacuum (analyze) matter.loop_" + table);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Table table = Table.of("The database", "what", "count");
    table.row("matters", count(owner, "matter.loop_matter"));
    table.row("timeline entries", count(owner, "matter.loop_entry"));
    table.row("running clocks", count(owner, "matter.loop_clock where fire_at is not null"));
    table.row("personal values", count(owner, "matter.loop_personal"));
    table.row("MB on disk", sizeMb(owner));
    table.row("seconds to fill it", Report.number(seconds));
    report.json().put("matters", plan.matters).put("fill_seconds", seconds);
    report.json().put("database_mb", sizeMb(owner));
    report.add(table);
  }

  private static long count(Owner owner, String what) {
    return owner.rows("select count(*) from " + what, rs -> rs.getLong(1)).getFirst();
  }

  private static long sizeMb(Owner owner) {
    return owner
        .rows("select pg_database_size(current_database()) / 1048576", rs -> rs.getLong(1))
        .getFirst();
  }

  private static void explain(Owner owner, Report report) {
    Table table = Table.of("What one look of the tick reads", "statement", "pages", "ms");
    TickCost.explain(owner, "what is due", TickCost.DUE, table, report);
    TickCost.explain(owner, "when the next is due", TickCost.NEXT, table, report);
    report.add(table);
  }

  private void measured(Report report, Server server, Copies copies, Owner watcher, Work work)
      throws IOException, InterruptedException {
    say("measuring for " + plan.seconds + " s");
    copies.due(
        Copies.FIRST + plan.matters,
        plan.firings,
        BEFORE_FIRST.toSeconds(),
        Math.max(1, plan.seconds - BEFORE_FIRST.toSeconds()));
    FireDelay firing = new FireDelay(watcher, copies.firings());
    Thread watching = Thread.ofPlatform().name("firings").start(firing);
    Usage before = Usage.of(server);
    failed(report, load(work, plan.measured(), true));
    Usage after = Usage.of(server);
    watching.join();
    Table table = Latency.table("Clocks that came due under this load");
    firing.delays.row(table, report.json(), "fire_delay");
    report.add(table);
    report.json().put("fired_never", firing.missed()).put("fired_twice", firing.twice());
    if (firing.missed() > 0 || firing.twice() > 0) {
      report.failed(
          "%d clocks did not fire and %d fired twice".formatted(firing.missed(), firing.twice()));
    }
    Table cores = Table.of("Processor use while measured", "who", "cores");
    cores.row(
        "server",
        Report.number((after.jvm().cpuSeconds() - before.jvm().cpuSeconds()) / plan.seconds));
    cores.row(
        "PostgreSQL",
        Report.number(
            (after.postgres().cpuSeconds() - before.postgres().cpuSeconds()) / plan.seconds));
    report.add(cores);
  }

  private OpenLoop load(Work work, Duration length, boolean counted) throws InterruptedException {
    OpenLoop loop = new OpenLoop();
    // Each piece of work begins ahead of its instant: whoever writes has opened the matter by then.
    loop.start(
            "officers",
            plan.perSecond(),
            length,
            System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100),
            (i, at) -> work.at(i, at + Work.AHEAD.toNanos(), counted))
        .join();
    loop.finish();
    return loop;
  }

  private static void failed(Report report, OpenLoop loop) {
    @Nullable RuntimeException first = loop.firstFailure();
    if (first != null) {
      report.failed("%d requests failed, the first: %s".formatted(loop.failed(), first));
    }
  }

  private Report note(Report report) {
    return report.note(
        "A fresh demonstration with its own embedded PostgreSQL, fsync on; server, database and this"
            + " load generator share the machine's cores. At each of its stations two petty cases and"
            + " one volunteer post were raised and worked on over HTTP by the station's own officers;"
            + " the rest are copies of these, row for row, moved back in time within the terms of"
            + " their clocks, all open, each with a number, a case number and one of some thousand"
            + " streets of its own. Of twenty requests eight are inboxes (mine, station, below), six"
            + " open a matter and its timeline, two record a result, two assign, two search. Of five"
            + " requests one comes from those above, who see a district or the whole city. %d s of the"
                .formatted(plan.warmup)
            + " same beforehand are not counted. %d clocks were set to come due while it was measured."
                .formatted(plan.firings));
  }
}
