/** The five rules: how traced money moves when an account pays. Each works on any snapshot. */
@NullMarked
package org.tocsin.tracing.rule;

import org.jspecify.annotations.NullMarked;
