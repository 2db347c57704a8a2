package org.tocsin.app.foundation.internal.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.internal.StreamHub;
import org.tocsin.kernel.Ids;

/**
 * The live stream as server-sent events. It is written on the request's own (virtual) thread, and
 * ends by itself after a quarter of an hour so that a client comes back with its present rights.
 */
@RestController
@Hidden
class StreamController {
  private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);
  private static final long BEAT_MILLIS = 2_000;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(15);

  private final StreamHub hub;
  private final String instance = Ids.next().toString();

  StreamController(StreamHub hub) {
    this.hub = hub;
  }

  @GetMapping("/api/stream")
  void stream(
      @RequestParam(required = false) @Nullable Long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
      HttpServletResponse response)
      throws InterruptedException {
    StreamHub.Subscriber subscriber =
        hub.subscribe(
            Acting.require(Permission.INCIDENT_READ), lastEventId == null ? after : lastEventId);
    try {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      OutputStream out = response.getOutputStream();
      send(out, subscriber.greeting(instance));
      long started = System.nanoTime();
      long lastBeat = started;
      while (subscriber.isOpen() && System.nanoTime() - started < LONGEST_NANOS) {
        String frames = subscriber.next(BEAT_MILLIS);
        if (System.nanoTime() - lastBeat >= TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS)) {
          frames += hub.beat();
          lastBeat = System.nanoTime();
        }
        send(out, frames);
      }
    } catch (IOException e) {
      LOG.debug("a listener went away: {}", e.getMessage());
    } finally {
      subscriber.end();
    }
  }

  private static void send(OutputStream out, String frames) throws IOException {
    if (!frames.isEmpty()) {
      out.write(frames.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
