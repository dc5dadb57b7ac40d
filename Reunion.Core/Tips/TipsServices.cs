using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Tips.Conversation;

namespace Reunion.Core.Tips;

/// <summary>Registers the tip inbox.</summary>
public static class TipsServices
{
    /// <summary>Adds the use cases of this folder.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionTips(this IServiceCollection services) => services
        .AddSingleton<TipFormValidator>()
        .AddSingleton<SubmitTip>()
        .AddSingleton<ReviewTip>()
        .AddSingleton<ReadTips>()
        .AddSingleton<AddTipMessage>()
        .AddSingleton<ReplyToTip>()
        .AddSingleton<ReadConversation>();
}
