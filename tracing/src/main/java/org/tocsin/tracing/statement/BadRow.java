package org.tocsin.tracing.statement;

/**
 * A row that did not become a payment.
 *
 * @param source name of the file, and of the sheet if it has one
 * @param line line of the file, or row of the sheet, from 1
 * @param reason why
 * @param text the row as it was read, cut after 200 characters
 */
public record BadRow(String source, long line, Reason reason, String text) {}
