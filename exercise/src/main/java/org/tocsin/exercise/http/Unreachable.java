package org.tocsin.exercise.http;

/** The server did not answer for as long as this client was told to be patient. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreachable(String request, Throwable cause) {
    super(request + " was not answered: " + cause, cause);
  }
}
