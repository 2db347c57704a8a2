/** The room's doors over HTTP. */
@NullMarked
package org.tocsin.app.matter.web;

import org.jspecify.annotations.NullMarked;
