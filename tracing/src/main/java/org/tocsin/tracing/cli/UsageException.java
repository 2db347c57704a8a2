package org.tocsin.tracing.cli;

/**
 * The command line, or what it names, is wrong; the message is for the person who typed it. Exit
 * status 2.
 */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
