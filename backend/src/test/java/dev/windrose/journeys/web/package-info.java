@NullMarked
package dev.windrose.journeys.web;

import org.jspecify.annotations.NullMarked;
