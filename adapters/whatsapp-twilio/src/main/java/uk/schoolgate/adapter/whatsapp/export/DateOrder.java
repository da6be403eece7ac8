package uk.schoolgate.adapter.whatsapp.export;

/** Whether a phone writes the day or the month first. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
