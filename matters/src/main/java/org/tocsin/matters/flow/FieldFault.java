package org.tocsin.matters.flow;

/**
 * What is wrong with one field.
 *
 * @param field its path: {@code company}, {@code hazards[2].basis}
 * @param why what is wrong
 * @param limit the limit broken, or empty
 */
public record FieldFault(String field, Why why, String limit) {
  /** What can be wrong. */
  public enum Why {
    REQUIRED,
    /** Not asked in this act, or its condition does not hold. */
    NOT_ASKED,
    /** Not of the field's type. */
    TYPE,
    TOO_SMALL,
    TOO_LARGE,
    TOO_SHORT,
    TOO_LONG,
    TOO_FEW,
    TOO_MANY,
    /** No such option. */
    OPTION,
    /** A deadline that has passed already. */
    PAST,
    /** An identity number whose check digit is wrong, or a phone number that is none. */
    CHECK
  }
}
