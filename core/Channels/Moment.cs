namespace OrleansContest.Channels;

/// <summary>The current value of something that is only of the moment: a clock that ticks, who is on the course, how many watch.</summary>
/// <remarks>It has no number and no past: whoever comes later, or comes back, is sent the value that then holds.</remarks>
/// <param name="Name">What it is the value of, within its channel; a later moment of that name replaces this one.</param>
/// <param name="Type">The contract's name for the message.</param>
/// <param name="Data">The contract's <c>data</c>: one JSON value, UTF-8.</param>
/// <param name="IsInFull">Whether full states show it too, as of their making: who is given one needs no message for what it shows.</param>
public sealed record Moment(string Name, string Type, ReadOnlyMemory<byte> Data, bool IsInFull = false)
{
    /// <summary>Whether a spectator who has <paramref name="other"/> would learn nothing from this one.</summary>
    public bool SaysSameAs(Moment? other) =>
        other is not null && Name == other.Name && Type == other.Type && Data.Span.SequenceEqual(other.Data.Span);
}
