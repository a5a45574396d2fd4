namespace OrleansContest.Gateway.Hub;

/// <summary>What became of a wish for a seat.</summary>
internal enum SeatOutcome
{
    Seated,

    /// <summary>Every seat of the channel is filled.</summary>
    Full,

    /// <summary>Who keeps the seats does not answer: whether there is one is not known.</summary>
    Unavailable,

    /// <summary>The lease was just being given back; another must be opened.</summary>
    Closed,
}

/// <summary>The answer to a wish for a seat.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Seat">The seat, if it is <see cref="SeatOutcome.Seated"/>.</param>
internal readonly record struct SeatAnswer(SeatOutcome Outcome, Seat? Seat = null);
