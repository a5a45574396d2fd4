using System.Diagnostics.CodeAnalysis;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Updates in order, a frame each.</summary>
internal sealed class UpdatesBlock : Block
{
    private readonly FeedVoice voice;
    private readonly IReadOnlyList<Update> updates;
    private readonly long expected;
    private byte[]? shared;
    private Rechained? other;

    /// <param name="voice">How they are written.</param>
    /// <param name="updates">At least one.</param>
    /// <param name="expected">Where almost all the subscribers stand before the first.</param>
    [SetsRequiredMembers]
    public UpdatesBlock(FeedVoice voice, IReadOnlyList<Update> updates, long expected)
    {
        (this.voice, this.updates, this.expected) = (voice, updates, expected);
        Frames = updates.Count;
        Weight = Weigh(voice, updates);
    }

    /// <summary>The number of the last of them.</summary>
    public long Last => updates[^1].Seq;

    /// <summary>Whether one of them <see cref="IsWhole"/>.</summary>
    public bool HoldsWhole => updates.Any(IsWhole);

    /// <summary>Whether an update shows everything, what is only of the moment included, as of its making: contracts call it <c>full</c>.</summary>
    public static bool IsWhole(Update update) => update.Type == "full";

    public override ReadOnlyMemory<byte> Encode(long cursor)
    {
        if (cursor == expected)
        {
            return shared ??= Compose(expected);
        }

        var made = other;
        if (made?.Cursor != cursor)
        {
            other = made = new Rechained(cursor, Compose(cursor));
        }

        return made.Frames;
    }

    private static int Weigh(FeedVoice voice, IReadOnlyList<Update> updates)
    {
        var envelope = voice.Dialect.Envelope(voice.Channel);
        var weight = 0;
        foreach (var update in updates)
        {
            weight += update.Size + update.Type.Length + envelope;
        }

        return weight;
    }

    private byte[] Compose(long cursor)
    {
        var output = FrameBuffer.Rent();
        foreach (var update in updates)
        {
            output.Begin(voice.Dialect.IsBare);
            voice.Dialect.WriteUpdate(output, voice, update, cursor == update.Seq - 1 ? NoPrev : cursor);
            output.End();
            cursor = update.Seq;
        }

        return output.Take();
    }

    private sealed record Rechained(long Cursor, byte[] Frames);
}
