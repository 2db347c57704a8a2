/**
 * Patterns in the flow of money that a person should look at, each explained by its payments. About
 * accounts, never about people.
 */
@NullMarked
package org.tocsin.tracing.finding;

import org.jspecify.annotations.NullMarked;
