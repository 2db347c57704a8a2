/** Tests of fund tracing. */
@NullMarked
package org.tocsin.tracing;

import org.jspecify.annotations.NullMarked;
