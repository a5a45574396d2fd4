using System.Text;
using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.LoadTest.Tests.Sockets;

/// <summary>Writes down what a reader finds.</summary>
internal sealed class Heard : IFrameSink
{
    public List<string> All { get; } = [];

    public void Message(ReadOnlySpan<byte> text) => All.Add(Encoding.UTF8.GetString(text));

    public void Control(byte opcode, ReadOnlySpan<byte> payload) => All.Add($"{opcode}:{Encoding.UTF8.GetString(payload)}");
}
