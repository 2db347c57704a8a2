/**
 * What a trace found, for people and programs: a page that stands alone with the flow as a picture,
 * and JSON.
 */
@NullMarked
package org.tocsin.tracing.report;

import org.jspecify.annotations.NullMarked;
