namespace OrleansContest.Core.Tests.Contests.Formats;

/// <summary>A beginning, then the same bytes over and over, up to a length: files larger than anybody would keep in memory.</summary>
internal sealed class RepeatingStream(byte[] beginning, byte[] pattern, long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(buffer.Length, length - Position);
        for (var i = 0; i < count; i++, Position++)
        {
            buffer.Span[i] = Position < beginning.Length ? beginning[Position] : pattern[(Position - beginning.Length) % pattern.Length];
        }

        return ValueTask.FromResult(count);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
