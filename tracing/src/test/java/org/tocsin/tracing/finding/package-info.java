@NullMarked
package org.tocsin.tracing.finding;

import org.jspecify.annotations.NullMarked;
