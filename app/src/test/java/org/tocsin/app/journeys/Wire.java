package org.tocsin.app.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cable between a browser and the server that a test can pull and plug in again, or on which it
 * can hold back only the live stream, as a half-dead proxy does.
 */
final class Wire implements AutoCloseable {
  private final ServerSocket door;
  private final int to;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Object silence = new Object();
  private volatile boolean pulled;
  private volatile boolean mute;

  Wire(int to) throws IOException {
    this.to = to;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://localhost:" + door.getLocalPort();
  }

  /** Every connection breaks and no new one comes about. */
  void pull() throws IOException {
    pulled = true;
    for (Socket socket : open) {
      socket.close();
    }
  }

  void plug() {
    pulled = false;
  }

  /** The stream says nothing more, though its connection stays open; all else goes through. */
  void holdStream() {
    mute = true;
  }

  void releaseStream() {
    synchronized (silence) {
      mute = false;
      silence.notifyAll();
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        if (pulled) {
          near.close();
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
        open.add(near);
        open.add(far);
        boolean[] stream = new boolean[1];
        Thread.ofVirtual().start(() -> pump(near, far, stream, true));
        Thread.ofVirtual().start(() -> pump(far, near, stream, false));
      } catch (IOException e) {
        if (door.isClosed()) {
          return;
        }
      }
    }
  }

  private void pump(Socket from, Socket into, boolean[] stream, boolean request) {
    byte[] buffer = new byte[16_384];
    try (from;
        into) {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (request) {
          String head = new String(buffer, 0, Math.min(n, 200), StandardCharsets.ISO_8859_1);
          stream[0] |= head.startsWith("GET /api/stream");
        } else if (stream[0]) {
          awaitVoice();
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // One end went: the other goes with it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
      open.remove(into);
    }
  }

  private void awaitVoice() throws InterruptedException {
    synchronized (silence) {
      while (mute) {
        silence.wait();
      }
    }
  }

  @Override
  public void close() throws IOException {
    releaseStream();
    door.close();
    pull();
  }
}
