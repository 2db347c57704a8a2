package org.tocsin.bench.live;

import java.io.IOException;
import java.util.Optional;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.server.Ground;
import org.tocsin.bench.server.Server;
import org.tocsin.bench.server.Station;
import org.tocsin.exercise.http.Tocsin;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code ./tocsin bench live}. */
@Command(
    name = "live",
    description = "Accept to delivered on other clients' live streams, under calls and positions.")
public final class LiveBench extends BenchCommand {
  @ArgGroup(validate = false)
  private LivePlan plan = new LivePlan();

  @Override
  protected Optional<Report> measure() throws IOException, InterruptedException {
    try (Server server = Server.started()) {
      Tocsin tocsin = server.client();
      Ground ground = Ground.here();
      say("registering " + plan.units + " units on " + ground.name());
      Station station = Station.of(tocsin, ground, plan.units);
      LiveRun run = new LiveRun(server, station, plan);
      say("warming up for " + plan.warmup + " s, not counted");
      run.warmUp();
      say("measuring for " + plan.seconds + " s");
      return Optional.of(run.measure());
    }
  }
}
