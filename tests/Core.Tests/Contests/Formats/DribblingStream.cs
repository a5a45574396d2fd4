namespace OrleansContest.Core.Tests.Contests.Formats;

/// <summary>Gives a file in pieces of at most so many bytes, as a network does.</summary>
internal sealed class DribblingStream(byte[] bytes, int piece) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
}
