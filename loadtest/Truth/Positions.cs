namespace OrleansContest.LoadTest.Truth;

/// <summary>Whether a message may come where a spectator stands: never a hole, a repeat, or an older one after a newer.</summary>
internal static class Positions
{
    /// <exception cref="BreachException">It may not.</exception>
    public static void Check(State? at, Reading reading)
    {
        if ((reading.Meaning == Meaning.Full ? OfFull(at, reading) : OfUpdate(at, reading)) is { } wrong)
        {
            throw new BreachException(wrong);
        }
    }

    private static string? OfFull(State? at, Reading reading) => at switch
    {
        null => null,
        _ when at.Epoch != reading.Epoch => null,
        _ when reading.Seq < at.Seq => $"reorder: a full state of {reading.Seq} after {at.Position}",
        _ when reading.Seq == at.Seq => $"repeat: a full state of {reading.Seq}, which the spectator has",
        _ when reading.Prev is { } prev && prev != at.Seq => $"wrong prev: {prev}, but the spectator has {at.Position}",
        _ => null,
    };

    private static string? OfUpdate(State? at, Reading reading)
    {
        var prev = reading.Prev ?? (reading.Seq - 1);
        return at switch
        {
            null => $"update {reading.Seq} before any full state",
            _ when at.Epoch != reading.Epoch => $"epoch change without a full state: {reading.Epoch}:{reading.Seq} after {at.Position}",
            _ when reading.Seq == at.Seq => $"repeat: {reading.Seq} again",
            _ when reading.Seq < at.Seq => $"reorder: {reading.Seq} after {at.Position}",
            _ when prev == at.Seq => null,
            _ when reading.Prev is not null => $"wrong prev: {reading.Seq} says {prev}, but the spectator has {at.Position}",
            _ => $"hole: {reading.Seq} after {at.Position}; {reading.Seq - at.Seq - 1} missing",
        };
    }
}
