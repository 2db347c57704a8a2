@NullMarked
package org.tocsin.tracing.report;

import org.jspecify.annotations.NullMarked;
