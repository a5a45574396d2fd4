using System.Text;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Tests.Hub;

public sealed class HoldingUpdatesBack
{
    private readonly object subscription = new();
    private readonly Outbox outbox = new(new SocketOptions { OutboxFrames = 4 });

    [Fact]
    public void Lets_answers_pass_and_the_rest_follow_in_its_order()
    {
        outbox.Hold();
        Assert.Equal(Admission.Waiting, Update("one"));
        Assert.Equal(Admission.NeedsWriter, outbox.TryAnswer(Block("answer")));
        Update("two");
        Assert.Equal(["answer"], Taken());

        Assert.Equal(Admission.NeedsWriter, outbox.Release());
        Update("three");
        Assert.Equal(["one", "two", "three"], Taken());
    }

    [Fact]
    public void Keeps_what_waited_before_it_began_in_its_place()
    {
        Update("before");
        outbox.Hold();
        Update("held");
        Assert.Equal(["before"], Taken());
        outbox.Release();
        Assert.Equal(["held"], Taken());
    }

    [Fact]
    public void Counts_against_the_bounds()
    {
        outbox.Hold();
        for (var n = 0; n < 4; n++)
        {
            Assert.Equal(Admission.Waiting, Update($"{n}"));
        }

        Assert.Equal(Admission.Refused, Update("too many"));
        Assert.False(outbox.IsRoomy);
    }

    [Fact]
    public void Gives_back_what_is_withdrawn()
    {
        outbox.Hold();
        outbox.TryAdd(new OutboxItem(Block("one"), subscription, new Cursor("e", 7, 7)));
        outbox.TryAdd(new OutboxItem(Block("two"), subscription, new Cursor("e", 8, 8)));

        Assert.Equal(new Cursor("e", 7, 7), outbox.Withdraw(subscription));
        Assert.Equal(Admission.Waiting, outbox.Release());
        Assert.True(outbox.IsRoomy);
        Assert.Empty(Taken());
    }

    private static ReplyBlock Block(string text) => ReplyBlock.Bare(Encoding.UTF8.GetBytes(text));

    private Admission Update(string text) => outbox.TryAdd(new OutboxItem(Block(text), subscription, Cursor.None));

    private List<string> Taken()
    {
        List<string> taken = [];
        while (outbox.TryTake(out var item))
        {
            taken.Add(Encoding.UTF8.GetString(item.Encode().Span));
            outbox.Sent(item.Block.Frames, item.Block.Weight);
        }

        return taken;
    }
}
