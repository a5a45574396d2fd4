using System.Text;

namespace OrleansContest.LoadTest.Truth;

/// <summary>What was broken: how often, and the first of it.</summary>
/// <param name="Count">How often.</param>
/// <param name="First">The first, told in full; null when none.</param>
internal sealed record BreachReport(long Count, string? First)
{
    public static BreachReport None { get; } = new(0, null);

    public BreachReport Plus(BreachReport other) => new(Count + other.Count, First ?? other.First);
}

/// <summary>Takes breaches from all threads.</summary>
internal sealed class Breaches
{
    private const int mostLetters = 2_000;

    private long count;
    private string? first;

    public BreachReport Report => new(Volatile.Read(ref count), Volatile.Read(ref first));

    /// <param name="who">The spectator, and what it watches.</param>
    /// <param name="what">What was expected, and what came.</param>
    /// <param name="message">The message; empty where there is none.</param>
    public void Add(string who, string what, ReadOnlySpan<byte> message)
    {
        Interlocked.Increment(ref count);
        if (Volatile.Read(ref first) is not null)
        {
            return;
        }

        var text = Encoding.UTF8.GetString(message[..Math.Min(message.Length, mostLetters)]);
        var told = message.Length == 0 ? $"{who}: {what}" : $"{who}: {what}{Environment.NewLine}  message: {text}{(message.Length > mostLetters ? "…" : "")}";
        Interlocked.CompareExchange(ref first, told, null);
    }
}
