namespace OrleansContest.Contests;

/// <summary>A contact in the log, as the contract shows it.</summary>
public sealed record LogEntry
{
    /// <summary>Unique over all contests: <c>CONTEST.NUMBER</c>.</summary>
    public required string Id { get; init; }

    public required string StationId { get; init; }

    public required string ContestId { get; init; }

    public string? ClubId { get; init; }

    public string? OperatorCallsign { get; init; }

    public required string Source { get; init; }

    public required string DedupeKey { get; init; }

    public required string Callsign { get; init; }

    /// <summary>The band in metres, <c>"160" … "2"</c>, or ADIF's name below one metre, <c>"70cm"</c>.</summary>
    public required string Band { get; init; }

    /// <summary>ADIF mode or submode, upper case.</summary>
    public required string Mode { get; init; }

    /// <summary>MHz.</summary>
    public decimal? Frequency { get; init; }

    public string? RstSent { get; init; }

    public string? RstRcvd { get; init; }

    public string? Exchange { get; init; }

    /// <summary>W.</summary>
    public decimal? Power { get; init; }

    /// <summary>UTC.</summary>
    public required DateOnly QsoDate { get; init; }

    /// <summary>UTC, <c>HH:MM</c> or <c>HH:MM:SS</c> as it was reported.</summary>
    public required string QsoTime { get; init; }

    public required int Points { get; init; }

    /// <summary>What the contact counts for as a multiplier; null when the rules collect none, or it has none.</summary>
    public string? Multiplier { get; init; }

    public required bool IsDupe { get; init; }

    public string? Name { get; init; }

    public string? State { get; init; }

    public string? Grid { get; init; }

    public string? Notes { get; init; }

    public MergeStatus? MergeStatus { get; init; }

    public string? MergedIntoId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Our own, beside the contract's fields: what this station sent.</summary>
    public string? ExchangeSent { get; init; }

    /// <summary>Our own, beside the contract's fields: Cabrillo's transmitter number.</summary>
    public int? Transmitter { get; init; }
}
