@NullMarked
package org.tocsin.tracing.statement;

import org.jspecify.annotations.NullMarked;
