namespace OrleansContest.LoadTest.Truth;

/// <summary>What a message means to a spectator's state.</summary>
internal enum Meaning
{
    /// <summary>It has no number: of the moment, or an answer.</summary>
    Moment,

    /// <summary>It says that the subscription stands.</summary>
    Subscribed,

    /// <summary>One update.</summary>
    Update,

    /// <summary>Everything: it replaces what the spectator holds.</summary>
    Full,

    /// <summary>The spectator is to read everything anew.</summary>
    Refresh,

    /// <summary>The gateway does not do what it was asked.</summary>
    Refused,
}

/// <summary>A message, read.</summary>
/// <param name="Meaning">What it means.</param>
internal sealed record Reading(Meaning Meaning)
{
    public static Reading Moment { get; } = new(Meaning.Moment);

    public static Reading Subscribed { get; } = new(Meaning.Subscribed);

    public string Epoch { get; init; } = "";

    public long Seq { get; init; }

    /// <summary>The number that the spectator should have seen last, where the message says so.</summary>
    public long? Prev { get; init; }

    /// <summary>The lines that it says; null values are lines that are gone.</summary>
    public IReadOnlyList<KeyValuePair<string, byte[]?>> Rows { get; init; } = [];

    /// <summary>Why it is refused.</summary>
    public string Why { get; init; } = "";
}
