package org.tocsin.app.foundation.internal.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.ProblemTexts;
import tools.jackson.core.JacksonException;

/** The one place where what went wrong becomes problem details (RFC 9457). */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemTexts texts;

  ProblemAdvice(ProblemTexts texts) {
    this.texts = texts;
  }

  @ExceptionHandler(Problem.class)
  ResponseEntity<Object> problem(Problem problem, Locale locale) {
    return answer(texts.details(problem, locale));
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException e, Locale locale) {
    return problem(Problem.invalid(e.getName(), "format", String.valueOf(e.getValue())), locale);
  }

  /**
   * The database is away or every connection is taken: nothing was written, and later it may be.
   */
  @ExceptionHandler({
    CannotCreateTransactionException.class,
    CannotGetJdbcConnectionException.class,
    DataAccessResourceFailureException.class
  })
  ResponseEntity<Object> busy(Exception e, Locale locale) {
    LOG.warn("no database connection: {}", String.valueOf(e.getMessage()));
    return problem(Problem.refused(ProblemCode.BUSY), locale);
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Object> unexpected(Exception e, Locale locale) throws Exception {
    if (e instanceof java.io.IOException
        && String.valueOf(e.getMessage()).contains("Broken pipe")) {
      return null;
    }
    if (e.getClass().getName().startsWith("org.springframework.security.")) {
      throw e;
    }
    LOG.error("unexpected", e);
    return problem(Problem.refused(ProblemCode.INTERNAL), locale);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Problem.Field> fields = new ArrayList<>();
    e.getBindingResult()
        .getFieldErrors()
        .forEach(
            error ->
                fields.add(
                    new Problem.Field(
                        error.getField(),
                        "constraint",
                        List.of(String.valueOf(error.getDefaultMessage())))));
    if (fields.isEmpty()) {
      fields.add(
          new Problem.Field(e.getBindingResult().getObjectName(), "constraint", List.of("")));
    }
    return problem(Problem.invalid(fields), request.getLocale());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (e.getCause() instanceof JacksonException json) {
      StringBuilder path = new StringBuilder();
      json.getPath()
          .forEach(
              part ->
                  path.append(path.isEmpty() || part.getPropertyName() == null ? "" : ".")
                      .append(
                          part.getPropertyName() == null
                              ? "[" + part.getIndex() + "]"
                              : part.getPropertyName()));
      return problem(
          Problem.invalid(
              path.isEmpty() ? "body" : path.toString(), "json", json.getOriginalMessage()),
          request.getLocale());
    }
    return problem(Problem.invalid("body", "unreadable"), request.getLocale());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return problem(
        Problem.tooLarge("file", Math.max(0, e.getMaxUploadSize())), request.getLocale());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem =
        switch (status.value()) {
          case 404 -> Problem.notFound("page", request.getDescription(false).replace("uri=", ""));
          case 405 ->
              Problem.refused(ProblemCode.METHOD_NOT_ALLOWED, String.valueOf(e.getMessage()));
          case 415, 406 ->
              Problem.refused(ProblemCode.UNSUPPORTED_MEDIA, String.valueOf(e.getMessage()));
          default ->
              status.is4xxClientError()
                  ? Problem.refused(ProblemCode.BAD_REQUEST, String.valueOf(e.getMessage()))
                  : Problem.refused(ProblemCode.INTERNAL);
        };
    if (status.is5xxServerError()) {
      LOG.error("unexpected", e);
    }
    return problem(problem, request.getLocale());
  }

  private static ResponseEntity<Object> answer(ProblemDetail details) {
    details.setInstance(URI.create("urn:tocsin:occurrence:" + org.tocsin.kernel.Ids.next()));
    return ResponseEntity.status(details.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(details);
  }
}
