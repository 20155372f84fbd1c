/** The schema of a workspace over REST. */
@NullMarked
package dev.windrose.records.custom.web;

import org.jspecify.annotations.NullMarked;
