using Orleans.Concurrency;

namespace Reunion.Core.Dispatch.Outbox;

/// <summary>The one sender of messages to a partner, anywhere in the cluster.</summary>
/// <remarks>The key is the partner's id as text. Losing a call loses nothing: the rows say what is pending.</remarks>
[Alias("Reunion.IPartnerOutbox")]
public interface IPartnerOutbox : IGrainWithStringKey
{
    /// <summary>There may be something to send.</summary>
    [Alias("Wake"), OneWay]
    Task WakeAsync();
}
