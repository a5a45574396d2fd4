namespace OrleansContest.Contests;

/// <summary>A contact as somebody reports it, before it is checked. Null where nothing was said.</summary>
/// <remarks>Text is trimmed; every text is at most 256 characters, notes 2,000.</remarks>
public sealed record QsoDraft
{
    /// <summary>Required: the station that made the contact, 1 to 32 characters.</summary>
    public string? StationId { get; init; }

    /// <summary>Required: the callsign worked.</summary>
    public string? Callsign { get; init; }

    /// <summary>Required unless <see cref="Frequency"/> is given: metres (<c>20</c>) or ADIF (<c>20m</c>, <c>70cm</c>).</summary>
    public string? Band { get; init; }

    /// <summary>Required: an ADIF mode or submode.</summary>
    public string? Mode { get; init; }

    /// <summary>Required: <c>YYYY-MM-DD</c> or <c>YYYYMMDD</c>, UTC.</summary>
    public string? QsoDate { get; init; }

    /// <summary>Required: <c>HH:MM</c>, <c>HH:MM:SS</c>, <c>HHMM</c> or <c>HHMMSS</c>, UTC.</summary>
    public string? QsoTime { get; init; }

    /// <summary>MHz.</summary>
    public decimal? Frequency { get; init; }

    public string? ClubId { get; init; }

    public string? OperatorCallsign { get; init; }

    /// <summary>Where it comes from: <c>manual</c>, <c>adif</c>, <c>cabrillo</c> …; default <c>api</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The sender's own natural key; made from the fields when null.</summary>
    public string? DedupeKey { get; init; }

    public string? RstSent { get; init; }

    public string? RstRcvd { get; init; }

    /// <summary>What the other station sent, without the report.</summary>
    public string? Exchange { get; init; }

    /// <summary>What this station sent, without the report.</summary>
    public string? ExchangeSent { get; init; }

    /// <summary>Transmit power, W.</summary>
    public decimal? Power { get; init; }

    public string? Name { get; init; }

    public string? State { get; init; }

    /// <summary>Maidenhead locator, 4, 6 or 8 characters.</summary>
    public string? Grid { get; init; }

    public string? Notes { get; init; }

    /// <summary>Cabrillo's transmitter number, 0 or 1.</summary>
    public int? Transmitter { get; init; }
}
