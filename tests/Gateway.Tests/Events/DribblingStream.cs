namespace OrleansContest.Gateway.Tests.Events;

/// <summary>Gives what it has in small pieces, as a network does, and remembers how much was asked for at once.</summary>
internal sealed class DribblingStream(byte[] bytes) : MemoryStream
{
    private const int Piece = 1_460;

    private int given;

    public int LongestRead { get; private set; }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A network does not wait.");

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("A network does not wait.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        LongestRead = Math.Max(LongestRead, buffer.Length);
        var piece = bytes.AsMemory(given, Math.Min(Math.Min(buffer.Length, Piece), bytes.Length - given));
        piece.CopyTo(buffer);
        given += piece.Length;
        return ValueTask.FromResult(piece.Length);
    }
}
