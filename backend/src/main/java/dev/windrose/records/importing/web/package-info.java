/** Imports over HTTP. */
@NullMarked
package dev.windrose.records.importing.web;

import org.jspecify.annotations.NullMarked;
