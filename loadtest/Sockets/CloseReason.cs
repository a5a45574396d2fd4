namespace OrleansContest.LoadTest.Sockets;

/// <summary>How a connection ended.</summary>
/// <param name="Code">The close code: the server's, or ours where the server broke the rules; 1006 where nobody said one.</param>
/// <param name="Text">What was said with it.</param>
/// <param name="IsOurs">Whether this side ended it, be it because it wanted to or because of what the server sent.</param>
internal sealed record CloseReason(ushort Code, string Text, bool IsOurs)
{
    public const ushort Normal = 1000;
    public const ushort GoingAway = 1001;
    public const ushort BrokeProtocol = 1002;
    public const ushort WrongKind = 1003;
    public const ushort NoCode = 1005;
    public const ushort BrokenOff = 1006;
    public const ushort NotText = 1007;
    public const ushort TooBig = 1009;
    public const ushort TryLater = 1013;

    public override string ToString() => Text.Length > 0 ? $"{Code} \"{Text}\"" : $"{Code}";
}
