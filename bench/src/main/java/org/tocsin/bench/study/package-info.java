/**
 * A study of recommendations on a recorded week: who was really sent, whom we would have sent, and
 * how well travel times are predicted.
 */
@NullMarked
package org.tocsin.bench.study;

import org.jspecify.annotations.NullMarked;
