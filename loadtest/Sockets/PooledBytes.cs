using System.Buffers;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Bytes in a buffer of the shared pool, which it holds only while there are any. A field, never copied.</summary>
internal struct PooledBytes
{
    private byte[]? buffer;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Span => buffer.AsSpan(0, Length);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0)
        {
            Reserve(Length + bytes.Length);
            bytes.CopyTo(buffer.AsSpan(Length));
            Length += bytes.Length;
        }
    }

    /// <summary>Makes room for so many in all.</summary>
    public void Reserve(int capacity)
    {
        if (buffer is not null && buffer.Length >= capacity)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer is null ? capacity : Math.Max(capacity, (int)Math.Min(2L * buffer.Length, Array.MaxLength)));
        Span.CopyTo(larger);
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        buffer = larger;
    }

    /// <summary>Empties it and gives the buffer back.</summary>
    public void Release()
    {
        Length = 0;
        if (buffer is { } rented)
        {
            buffer = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
