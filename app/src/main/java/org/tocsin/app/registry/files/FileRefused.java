package org.tocsin.app.registry.files;

import java.util.List;

/**
 * The file as a whole cannot be imported. The code is a key of {@code problems*.properties} under
 * {@code field.}.
 */
public final class FileRefused extends RuntimeException {
  private final String code;
  private final List<Object> args;

  public FileRefused(String code, Object... args) {
    super(code + " " + List.of(args));
    this.code = code;
    this.args = List.of(args);
  }

  /** The same with what was thrown below. */
  public FileRefused because(Throwable cause) {
    initCause(cause);
    return this;
  }

  /** Why. */
  public String code() {
    return code;
  }

  /** What the words need. */
  public List<Object> args() {
    return args;
  }
}
