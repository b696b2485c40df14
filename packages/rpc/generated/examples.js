// Made by test/openrpc.test.ts.
export const EXAMPLES = {
  "rpc.discover": [
    {
      "name": "the document",
      "params": {},
      "result": {
        "openrpc": "1.3.2",
        "info": {
          "title": "Hanse node",
          "version": "0.1.0",
          "description": "JSON-RPC 2.0 over HTTP POST / and WebSocket /ws. Heights and times (ms) are numbers, amounts decimal strings of minor units, bytes 0x-hex. error.data.code names the reason; docs/errors.md explains each. Examples are of a devnet of their own: other chains do not know the hashes and raw bytes in them.",
          "license": {
            "name": "Apache-2.0"
          }
        }
      }
    }
  ],
  "node_info": [
    {
      "name": "a validator",
      "params": {},
      "result": {
        "version": "0.1.0",
        "chainId": 20260,
        "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
        "name": "hanse-devnet",
        "organization": "bank-a",
        "role": "validator",
        "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
        "history": "archive",
        "modules": [
          {
            "name": "organizations",
            "version": 1
          },
          {
            "name": "settlement",
            "version": 1
          },
          {
            "name": "invoices",
            "version": 1
          },
          {
            "name": "receivables",
            "version": 1
          },
          {
            "name": "governance",
            "version": 1
          }
        ]
      }
    }
  ],
  "node_status": [
    {
      "name": "at the head",
      "params": {},
      "result": {
        "state": "synced",
        "height": 3,
        "earliest": 0,
        "headTime": 1760000003000,
        "lag": 0,
        "epoch": 0,
        "view": 0,
        "primary": "bank-a",
        "peers": 3,
        "reasons": []
      }
    }
  ],
  "chain_getGenesis": [
    {
      "name": "a genesis of four validators",
      "params": {},
      "result": {
        "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
        "genesis": {
          "version": 1,
          "chainId": 20260,
          "name": "hanse-devnet",
          "timeMs": 1760000000000,
          "protocolVersion": 2,
          "params": {
            "window": 8,
            "blockBytesMax": 1048576,
            "blockTransactionsMax": 2000,
            "transactionBytesMax": 65536,
            "timeToLiveMsMax": 600000,
            "maxDriftMs": 5000,
            "heartbeatMs": 2000
          },
          "validators": [
            {
              "organization": "bank-a",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
              },
              "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
              "addresses": [
                "127.0.0.1:10545"
              ]
            },
            {
              "organization": "bank-b",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
              },
              "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
              "addresses": [
                "127.0.0.1:10546"
              ]
            },
            {
              "organization": "core-firm",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x4e45b30f2c3ee54294593e475ed0e4915f642642a38a5d21e5a6df7460da9a11"
              },
              "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
              "addresses": [
                "127.0.0.1:10547"
              ]
            },
            {
              "organization": "supplier",
              "consensusKey": {
                "algorithm": 1,
                "bytes": "0x373a45aa01f4568a4430a4db2a96411a33ef675307c0028c842f460d62b0a7b8"
              },
              "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
              "addresses": [
                "127.0.0.1:10548"
              ]
            }
          ],
          "modules": [
            {
              "name": "organizations",
              "version": 1,
              "genesis": {
                "parties": [
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "bank-a-maker",
                        "publicKey": "0xbdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "bank-a-checker",
                        "publicKey": "0x0465e3d7c86e4eae0d68ce8f1aa3bca84ad3b1ab8c15e72684a55d02d3d739f6",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "bic": "DEMACNB0XXX",
                      "country": "CN",
                      "name": "Demo Bank A",
                      "partyId": "bank-a",
                      "roles": [
                        "bank",
                        "clearing-bank"
                      ],
                      "uscc": "91440600MADEMBKA11"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "bank-b-maker",
                        "publicKey": "0xc3a2bd566c38e68ef148c30e3962493545d9c9941a7c1ff2957dffeb11b7e332",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "bank-b-checker",
                        "publicKey": "0x0fb9bc1024e22d8880b32b67df515645fdfe5d872a5d8c0e8907d226ad339ad6",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "bic": "DEMBCNB0XXX",
                      "country": "CN",
                      "name": "Demo Bank B",
                      "partyId": "bank-b",
                      "roles": [
                        "bank"
                      ],
                      "uscc": "91440600MADEMBKB25"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "shunhe-maker",
                        "publicKey": "0xba18c2f96501d4e425c7d53e8b71ff950c73af45ff862d1810d106715085d964",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "shunhe-checker",
                        "publicKey": "0x1a1bb4f2e37977d2865dc258248ab6ebe556e7c428523495a316ae1f3a196003",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "lei": "300300DEMFSSHAPP0163",
                      "name": "Foshan Shunhe Appliance Co., Ltd.",
                      "partyId": "shunhe",
                      "roles": [
                        "core"
                      ],
                      "uscc": "91440606MADEM10019"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "nanhai-maker",
                        "publicKey": "0xb9145389c07f7840d5107b2dea6474096709e2c0be72e251d9c38a1f58923c30",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "nanhai-checker",
                        "publicKey": "0x2763776048f6d36da8d71f2eb5764f33ffb7d95b81110caacdb7dbce990773b5",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Nanhai Precision Mould Co., Ltd.",
                      "partyId": "nanhai",
                      "roles": [
                        "supplier"
                      ],
                      "uscc": "91440605MADEM20025"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "sanshui-maker",
                        "publicKey": "0x7e55a03ee0340c98b31c91f645db79eeb8663d276e9dc62a134129e38ff424c4",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "sanshui-checker",
                        "publicKey": "0xb2e97396327abb19397de0f9dd879a76ea8014059f1eed8f3c65f63896f1fa7f",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Sanshui Fastener Co., Ltd.",
                      "partyId": "sanshui",
                      "roles": [
                        "supplier"
                      ],
                      "uscc": "91440607MADEM3003C"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "gaoming-maker",
                        "publicKey": "0x2c2b051ff8b8462311e676a4140af536e629f9f1b9f6b3f3c5a17d80e73cc025",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "gaoming-checker",
                        "publicKey": "0x5a7682dd08d93ce2f13784ca29e49f66db0b3d367ba306488003fabdff40c787",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Gaoming Coating Co., Ltd.",
                      "partyId": "gaoming",
                      "roles": [
                        "supplier"
                      ],
                      "uscc": "91440608MADEM40045"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "tax-maker",
                        "publicKey": "0x22edef405d07b8669b7b0c31a0175dfc5d97416632855a1d05b9f6746d4c7e62",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "tax-checker",
                        "publicKey": "0x6e912477a4ef7202b6b9f187885b59fdae07fedb0ef352d0672dd0e561b9b0bd",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Demo Tax Authority",
                      "partyId": "tax",
                      "roles": [
                        "tax-authority"
                      ],
                      "uscc": "11440600MADEMTAX5J"
                    }
                  },
                  {
                    "kycValidUntilMs": 1791536000000,
                    "operators": [
                      {
                        "algorithm": 1,
                        "personRef": "regulator-maker",
                        "publicKey": "0x8f9b4b37661254f79156a9a81f56cbb0dbc44ceedbd995ce7ddb9b76652cfaed",
                        "roles": [
                          "maker"
                        ]
                      },
                      {
                        "algorithm": 1,
                        "personRef": "regulator-checker",
                        "publicKey": "0x69c089d54cb728251fc39298a6a147504ba6693cd11e262a5c3394ec57598e27",
                        "roles": [
                          "checker"
                        ]
                      }
                    ],
                    "party": {
                      "country": "CN",
                      "name": "Demo Financial Regulator",
                      "partyId": "regulator",
                      "roles": [
                        "regulator",
                        "registrar"
                      ],
                      "uscc": "11440000MADEMREG6Q"
                    }
                  }
                ]
              }
            },
            {
              "name": "settlement",
              "version": 1,
              "genesis": {
                "balances": [
                  {
                    "amount": "10000000000",
                    "currency": "CNY",
                    "partyId": "bank-a"
                  },
                  {
                    "amount": "10000000000",
                    "currency": "CNY",
                    "partyId": "bank-b"
                  }
                ],
                "currencies": [
                  {
                    "currency": "CNY",
                    "issuer": "bank-a"
                  }
                ]
              }
            },
            {
              "name": "invoices",
              "version": 1
            },
            {
              "name": "receivables",
              "version": 1
            },
            {
              "name": "governance",
              "version": 1,
              "genesis": {
                "members": [
                  {
                    "organization": "core-firm",
                    "partyId": "shunhe"
                  },
                  {
                    "organization": "supplier",
                    "partyId": "nanhai"
                  }
                ]
              }
            }
          ]
        }
      }
    }
  ],
  "chain_getHeight": [
    {
      "name": "the head",
      "params": {},
      "result": 3
    }
  ],
  "chain_getBlock": [
    {
      "name": "a block with its transaction",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
          "epoch": 0,
          "height": 1,
          "parent": "0x0e2fb7103f4b1e111898120f6414601787d81e1149550936fa3436a9b3f82e35",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xc948b57b2319f599d980f44c2692ed93ef46f026a28001ca4203f55e201a3b54",
          "receiptsRoot": "0xc4778a04c433aafeb0e50c939d098296a2dd459cc345a72e37fb44b2ffba1f5d",
          "stateRoot": "0xbfa83c224d8a4bf3370251ac46f98b84adca5697e86a08d98ee843c73eee450f",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x33794ac1bd7b802b3eff55ad4e9d132166b4fdd76879ac79b79271684dc22de7",
          "headerHash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x8fb4f13c678cef87fb7926a6f4e6058e8bf2e32cc2deb513bb72a69177f1e0e90a13a49bd14ff9742c82fc1b0698afa35362426a8d413f990c53ef8cdf822a05"
            },
            {
              "signer": 1,
              "signature": "0x154d180ba7c6c5530f821336a8cafb019670626536426c94fb9fdf175673e49db4b1a738802dd2e95ff380cd845621ada6bb001b6ee8e84688baa54096800e00"
            },
            {
              "signer": 2,
              "signature": "0xddf4adedf1d1d92c0c99c9b83add98f9e0a46f2b8f9f8fd3d8cf4fadd222a1dad3535ce4ba4a5f672e1418c35ad2e117213369fbb7a736939f23b5421c96cc0a"
            }
          ]
        },
        "sizeBytes": 264,
        "transactionIds": [
          "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599"
        ],
        "transactions": [
          {
            "hash": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599",
            "body": {
              "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
              "chainId": 20260,
              "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
              "coSigners": [],
              "expiresAtMs": 1760000600000,
              "unique": "0x00000000000000000000000000000001",
              "calls": [
                {
                  "module": "settlement",
                  "command": "transfer",
                  "params": {
                    "from": "bank-a",
                    "to": "nanhai",
                    "currency": "CNY",
                    "amount": "150000",
                    "reference": "invoice 2026-001"
                  }
                }
              ]
            },
            "raw": "0x0801129b010a2061277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb610a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4012b680760058b72eaf2d46f18dc0b19c62e0dfb24ca3109551754867c7c2fb48c067c167d41f9927e3cc0a50cdd24b333afd250c2029debf90830580d44c8b08"
          }
        ],
        "receipts": [
          {
            "txId": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599",
            "index": 0,
            "outcome": "success",
            "events": [
              {
                "module": "settlement",
                "type": "transferred",
                "attributes": [
                  {
                    "key": "amount",
                    "value": "150000"
                  },
                  {
                    "key": "currency",
                    "value": "CNY"
                  },
                  {
                    "key": "from",
                    "value": "bank-a"
                  },
                  {
                    "key": "reference",
                    "value": "invoice 2026-001"
                  },
                  {
                    "key": "to",
                    "value": "nanhai"
                  }
                ]
              }
            ]
          }
        ]
      }
    },
    {
      "name": "the newest, ids only",
      "params": {
        "height": "latest",
        "detail": "ids"
      },
      "result": {
        "hash": "0x74da2bccb20c6d59725341af2daac1c1e7f1d2347465f38f5f3eb276189c6abc",
        "height": 3,
        "timeMs": 1760000003000,
        "header": {
          "version": 2,
          "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
          "epoch": 0,
          "height": 3,
          "parent": "0x676ee412c3b97ca75f7ef8c03d3c466ba2316d8b250e79387d5b6f60107552d8",
          "timeMs": 1760000003000,
          "proposer": 0,
          "txRoot": "0x58f9dc87e6c48195f37dcb70d0ed200b5975b2cd0326f10981182451f3f4141a",
          "receiptsRoot": "0x695eb893b0cef4009c8c6ef42eff89bc09f6e133b7744c552b11016d8c558f26",
          "stateRoot": "0xa9613261667005bf46ccf4a50c73356e0a3b94a60450243eeeafbf0dee475a5f",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 3,
          "digest": "0xfedb1ff285498b991819e89e711d8b6e0e7913ce848dca0498aaf775670be2b8",
          "headerHash": "0x74da2bccb20c6d59725341af2daac1c1e7f1d2347465f38f5f3eb276189c6abc",
          "signatures": [
            {
              "signer": 0,
              "signature": "0xfb4a1d82bf0a0f0ad92af69be2e6c75ca8df6a37b9701e5a4eb29fd5b7bda2f96f2146a14a072a0dc4fc9d39779b9ae466b831d3d18b1b8e17b83fff0bdac40e"
            },
            {
              "signer": 1,
              "signature": "0xf2d61889b74dbc5792dbc742a7f91354bfea3360ccef7169fa101d612612ed6b8f35a7ff7cc79d6fe37baea19137a57bf47acdc7614282b8aa0b8f40af62e803"
            },
            {
              "signer": 2,
              "signature": "0x7632040a973191c69292ed64ac9595ef5478190c0919207cc7992ed64ea723831edccf177fa9b27d45aed755a5c57d824876a86c176e56865bfbef793c377b05"
            }
          ]
        },
        "sizeBytes": 451,
        "transactionIds": [
          "0xc424b70e398f7b6ed10633d031c632df4f2b9fe2d576ecac9292d85c65adf779"
        ]
      }
    }
  ],
  "chain_getHeader": [
    {
      "name": "by hash",
      "params": {
        "height": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810"
      },
      "result": {
        "hash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
          "epoch": 0,
          "height": 1,
          "parent": "0x0e2fb7103f4b1e111898120f6414601787d81e1149550936fa3436a9b3f82e35",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xc948b57b2319f599d980f44c2692ed93ef46f026a28001ca4203f55e201a3b54",
          "receiptsRoot": "0xc4778a04c433aafeb0e50c939d098296a2dd459cc345a72e37fb44b2ffba1f5d",
          "stateRoot": "0xbfa83c224d8a4bf3370251ac46f98b84adca5697e86a08d98ee843c73eee450f",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        }
      }
    },
    {
      "name": "of a height",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
        "height": 1,
        "timeMs": 1760000001000,
        "header": {
          "version": 2,
          "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
          "epoch": 0,
          "height": 1,
          "parent": "0x0e2fb7103f4b1e111898120f6414601787d81e1149550936fa3436a9b3f82e35",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xc948b57b2319f599d980f44c2692ed93ef46f026a28001ca4203f55e201a3b54",
          "receiptsRoot": "0xc4778a04c433aafeb0e50c939d098296a2dd459cc345a72e37fb44b2ffba1f5d",
          "stateRoot": "0xbfa83c224d8a4bf3370251ac46f98b84adca5697e86a08d98ee843c73eee450f",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        }
      }
    }
  ],
  "chain_getCertificate": [
    {
      "name": "three of four signed",
      "params": {
        "height": 1
      },
      "result": {
        "hash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
        "height": 1,
        "header": {
          "version": 2,
          "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
          "epoch": 0,
          "height": 1,
          "parent": "0x0e2fb7103f4b1e111898120f6414601787d81e1149550936fa3436a9b3f82e35",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xc948b57b2319f599d980f44c2692ed93ef46f026a28001ca4203f55e201a3b54",
          "receiptsRoot": "0xc4778a04c433aafeb0e50c939d098296a2dd459cc345a72e37fb44b2ffba1f5d",
          "stateRoot": "0xbfa83c224d8a4bf3370251ac46f98b84adca5697e86a08d98ee843c73eee450f",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x33794ac1bd7b802b3eff55ad4e9d132166b4fdd76879ac79b79271684dc22de7",
          "headerHash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x8fb4f13c678cef87fb7926a6f4e6058e8bf2e32cc2deb513bb72a69177f1e0e90a13a49bd14ff9742c82fc1b0698afa35362426a8d413f990c53ef8cdf822a05"
            },
            {
              "signer": 1,
              "signature": "0x154d180ba7c6c5530f821336a8cafb019670626536426c94fb9fdf175673e49db4b1a738802dd2e95ff380cd845621ada6bb001b6ee8e84688baa54096800e00"
            },
            {
              "signer": 2,
              "signature": "0xddf4adedf1d1d92c0c99c9b83add98f9e0a46f2b8f9f8fd3d8cf4fadd222a1dad3535ce4ba4a5f672e1418c35ad2e117213369fbb7a736939f23b5421c96cc0a"
            }
          ]
        }
      }
    }
  ],
  "chain_listBlocks": [
    {
      "name": "the newest two",
      "params": {
        "limit": 2
      },
      "result": {
        "items": [
          {
            "hash": "0x74da2bccb20c6d59725341af2daac1c1e7f1d2347465f38f5f3eb276189c6abc",
            "height": 3,
            "timeMs": 1760000003000,
            "header": {
              "version": 2,
              "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
              "epoch": 0,
              "height": 3,
              "parent": "0x676ee412c3b97ca75f7ef8c03d3c466ba2316d8b250e79387d5b6f60107552d8",
              "timeMs": 1760000003000,
              "proposer": 0,
              "txRoot": "0x58f9dc87e6c48195f37dcb70d0ed200b5975b2cd0326f10981182451f3f4141a",
              "receiptsRoot": "0x695eb893b0cef4009c8c6ef42eff89bc09f6e133b7744c552b11016d8c558f26",
              "stateRoot": "0xa9613261667005bf46ccf4a50c73356e0a3b94a60450243eeeafbf0dee475a5f",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 0,
            "eventCount": 1,
            "sizeBytes": 451
          },
          {
            "hash": "0x676ee412c3b97ca75f7ef8c03d3c466ba2316d8b250e79387d5b6f60107552d8",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
              "epoch": 0,
              "height": 2,
              "parent": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0xaa4b010a04e2944ff2aeeddb7eb32c3380da9fc2aef64593816940397cb5dc99",
              "receiptsRoot": "0xe59d1053ad51ff4d7682b4067c49829aba6b26be62827b8e24283c05cb770cfb",
              "stateRoot": "0xbfa83c224d8a4bf3370251ac46f98b84adca5697e86a08d98ee843c73eee450f",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 1,
            "eventCount": 0,
            "sizeBytes": 268
          }
        ],
        "nextCursor": "1:1",
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 3,
        "height": 3
      }
    },
    {
      "name": "from genesis on",
      "params": {
        "order": "ascending",
        "limit": 1
      },
      "result": {
        "items": [
          {
            "hash": "0x0e2fb7103f4b1e111898120f6414601787d81e1149550936fa3436a9b3f82e35",
            "height": 0,
            "timeMs": 1760000000000,
            "header": {
              "version": 2,
              "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
              "epoch": 0,
              "height": 0,
              "parent": "0x0000000000000000000000000000000000000000000000000000000000000000",
              "timeMs": 1760000000000,
              "proposer": 0,
              "txRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "receiptsRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
              "stateRoot": "0x229548861c908d49a1aa52461eacec8a6b29d920fcb0783ea3af5a943410e4c6",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 0,
            "rejectedCount": 0,
            "eventCount": 0,
            "sizeBytes": 0
          }
        ],
        "nextCursor": "1:0",
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 3,
        "height": 3
      }
    },
    {
      "name": "of two heights",
      "params": {
        "from": 1,
        "to": 2,
        "order": "ascending"
      },
      "result": {
        "items": [
          {
            "hash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
            "height": 1,
            "timeMs": 1760000001000,
            "header": {
              "version": 2,
              "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
              "epoch": 0,
              "height": 1,
              "parent": "0x0e2fb7103f4b1e111898120f6414601787d81e1149550936fa3436a9b3f82e35",
              "timeMs": 1760000001000,
              "proposer": 0,
              "txRoot": "0xc948b57b2319f599d980f44c2692ed93ef46f026a28001ca4203f55e201a3b54",
              "receiptsRoot": "0xc4778a04c433aafeb0e50c939d098296a2dd459cc345a72e37fb44b2ffba1f5d",
              "stateRoot": "0xbfa83c224d8a4bf3370251ac46f98b84adca5697e86a08d98ee843c73eee450f",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 0,
            "eventCount": 1,
            "sizeBytes": 264
          },
          {
            "hash": "0x676ee412c3b97ca75f7ef8c03d3c466ba2316d8b250e79387d5b6f60107552d8",
            "height": 2,
            "timeMs": 1760000002000,
            "header": {
              "version": 2,
              "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
              "epoch": 0,
              "height": 2,
              "parent": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
              "timeMs": 1760000002000,
              "proposer": 0,
              "txRoot": "0xaa4b010a04e2944ff2aeeddb7eb32c3380da9fc2aef64593816940397cb5dc99",
              "receiptsRoot": "0xe59d1053ad51ff4d7682b4067c49829aba6b26be62827b8e24283c05cb770cfb",
              "stateRoot": "0xbfa83c224d8a4bf3370251ac46f98b84adca5697e86a08d98ee843c73eee450f",
              "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
              "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
              "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            },
            "transactionCount": 1,
            "rejectedCount": 1,
            "eventCount": 0,
            "sizeBytes": 268
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 3,
        "height": 3
      }
    }
  ],
  "chain_getParams": [
    {
      "name": "in force",
      "params": {},
      "result": {
        "height": 3,
        "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
        "params": {
          "window": 8,
          "blockBytesMax": 1048576,
          "blockTransactionsMax": 2000,
          "transactionBytesMax": 65536,
          "timeToLiveMsMax": 600000,
          "maxDriftMs": 5000,
          "heartbeatMs": 2000
        },
        "modules": [
          {
            "name": "organizations",
            "version": 1
          },
          {
            "name": "settlement",
            "version": 1
          },
          {
            "name": "invoices",
            "version": 1
          },
          {
            "name": "receivables",
            "version": 1
          },
          {
            "name": "governance",
            "version": 1
          }
        ]
      }
    }
  ],
  "tx_prepare": [
    {
      "name": "one call",
      "params": {
        "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
        "calls": [
          {
            "module": "settlement",
            "command": "transfer",
            "params": {
              "from": "bank-a",
              "to": "nanhai",
              "currency": "CNY",
              "amount": "150000",
              "reference": "invoice 2026-001"
            }
          }
        ],
        "expiresInBlocks": 60,
        "clientRef": "order-1"
      },
      "result": {
        "body": "0x0a2061277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb610a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28f8c0bac19c3332100101010101010101010101010101010142076f726465722d314a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d303031",
        "signBytes": "0x0f68616e73652f74782d7369676e2f318126f29af49a066bcb94b08dba2f7177ee359247c58cf54e30212b83ae3efff2",
        "hash": "0x8126f29af49a066bcb94b08dba2f7177ee359247c58cf54e30212b83ae3efff2",
        "preview": {
          "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
          "chainId": 20260,
          "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
          "coSigners": [],
          "expiresAtMs": 1760000123000,
          "unique": "0x01010101010101010101010101010101",
          "clientRef": "order-1",
          "calls": [
            {
              "module": "settlement",
              "command": "transfer",
              "params": {
                "from": "bank-a",
                "to": "nanhai",
                "currency": "CNY",
                "amount": "150000",
                "reference": "invoice 2026-001"
              }
            }
          ]
        }
      }
    }
  ],
  "tx_simulate": [
    {
      "name": "would succeed",
      "params": {
        "raw": "0x0801129b010a2061277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb610a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4041aaa21473d85687240aa3b39af6a07901fcf08d8e87f314446458f31b0081891f4727ab28eec0f9620000ba22d308044279c61f0d8746c9a382d825e63b3a03"
      },
      "result": {
        "hash": "0x88bb120e3d89d025354cadab372e6ce6e0321b2ad480bd304f0f2a019199947d",
        "height": 3,
        "outcome": "success",
        "events": [
          {
            "module": "settlement",
            "type": "transferred",
            "attributes": [
              {
                "key": "amount",
                "value": "150000"
              },
              {
                "key": "currency",
                "value": "CNY"
              },
              {
                "key": "from",
                "value": "bank-a"
              },
              {
                "key": "reference",
                "value": "invoice 2026-001"
              },
              {
                "key": "to",
                "value": "nanhai"
              }
            ]
          }
        ]
      }
    },
    {
      "name": "would be rejected",
      "params": {
        "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
        "calls": [
          {
            "module": "settlement",
            "command": "transfer",
            "params": {
              "from": "bank-a",
              "to": "nanhai",
              "currency": "CNY",
              "amount": "999999999999999",
              "reference": "invoice 2026-001"
            }
          }
        ],
        "expiresInBlocks": 60
      },
      "result": {
        "hash": "0xd3491a780e9bb46be271597c38fd4699bb6911613285f099d00922202a5b6a5a",
        "height": 3,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "rejection": {
          "code": "settlement/insufficient-funds",
          "message": "bank-a holds 99998500.00 CNY, 9999999999999.99 CNY are needed (ISO 20022 AM04)",
          "hint": "See the query `balance`; let the issuer mint, or receive money first.",
          "path": "amount"
        },
        "events": []
      }
    }
  ],
  "tx_send": [
    {
      "name": "new",
      "params": {
        "raw": "0x0801129b010a2061277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb610a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4041aaa21473d85687240aa3b39af6a07901fcf08d8e87f314446458f31b0081891f4727ab28eec0f9620000ba22d308044279c61f0d8746c9a382d825e63b3a03"
      },
      "result": {
        "hash": "0x88bb120e3d89d025354cadab372e6ce6e0321b2ad480bd304f0f2a019199947d",
        "known": false
      }
    },
    {
      "name": "once more",
      "params": {
        "raw": "0x0801129b010a2061277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb610a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000034a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4041aaa21473d85687240aa3b39af6a07901fcf08d8e87f314446458f31b0081891f4727ab28eec0f9620000ba22d308044279c61f0d8746c9a382d825e63b3a03"
      },
      "result": {
        "hash": "0x88bb120e3d89d025354cadab372e6ce6e0321b2ad480bd304f0f2a019199947d",
        "known": true
      }
    }
  ],
  "pool_status": [
    {
      "name": "one waits",
      "params": {},
      "result": {
        "size": 1,
        "sizeBytes": 264,
        "capacity": 20000,
        "perSenderMax": 4000
      }
    }
  ],
  "pool_list": [
    {
      "name": "it",
      "params": {
        "limit": 10
      },
      "result": {
        "items": [
          {
            "hash": "0x88bb120e3d89d025354cadab372e6ce6e0321b2ad480bd304f0f2a019199947d",
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "expiresAtMs": 1760000600000,
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "sizeBytes": 264,
            "admittedAtMs": 1760000003000
          }
        ],
        "nextCursor": null,
        "complete": true,
        "size": 1
      }
    },
    {
      "name": "of a sender",
      "params": {
        "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e"
      },
      "result": {
        "items": [
          {
            "hash": "0x88bb120e3d89d025354cadab372e6ce6e0321b2ad480bd304f0f2a019199947d",
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "expiresAtMs": 1760000600000,
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "sizeBytes": 264,
            "admittedAtMs": 1760000003000
          }
        ],
        "nextCursor": null,
        "complete": true,
        "size": 1
      }
    }
  ],
  "tx_sendAndWait": [
    {
      "name": "final",
      "params": {
        "raw": "0x0801129b010a2061277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb610a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000044a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4079cd09db4195512da551f310294f228b9d3709ea8987d8347e94eaa5f1b6ad5cb0ad2d495c96d83fd5b00ee03b312a72c701c846f1cac129649a2b1b77f67f01",
        "timeoutMs": 5000
      },
      "result": {
        "txId": "0xdf96245f72c53c0fb20283890729c8a2f19290e835e3c405fc836df815ef1587",
        "index": 1,
        "outcome": "success",
        "events": [
          {
            "module": "settlement",
            "type": "transferred",
            "attributes": [
              {
                "key": "amount",
                "value": "150000"
              },
              {
                "key": "currency",
                "value": "CNY"
              },
              {
                "key": "from",
                "value": "bank-a"
              },
              {
                "key": "reference",
                "value": "invoice 2026-001"
              },
              {
                "key": "to",
                "value": "nanhai"
              }
            ]
          }
        ],
        "height": 4,
        "blockHash": "0xd3aefea63dcf1cd7d67c8f05eff0b6d02189990bc49bba8ad71b0f23a63fce63",
        "timeMs": 1760000003001
      }
    }
  ],
  "tx_get": [
    {
      "name": "final",
      "params": {
        "hash": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599"
      },
      "result": {
        "hash": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599",
        "status": "final",
        "transaction": {
          "hash": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599",
          "body": {
            "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
            "chainId": 20260,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "coSigners": [],
            "expiresAtMs": 1760000600000,
            "unique": "0x00000000000000000000000000000001",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer",
                "params": {
                  "from": "bank-a",
                  "to": "nanhai",
                  "currency": "CNY",
                  "amount": "150000",
                  "reference": "invoice 2026-001"
                }
              }
            ]
          },
          "raw": "0x0801129b010a2061277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb610a49e011a1479201a0d2d125f10bd8064965206cce4e6a8f35e28c0cfd7c19c333210000000000000000000000000000000014a440a0a736574746c656d656e7412087472616e736665721a2c0a0662616e6b2d6112066e616e6861691a03434e5922030249f02a10696e766f69636520323032362d3030311a6608011220bdd695c23fbc664799a87655410869055a6fc4f542ada351d7b25ff01795420c1a4012b680760058b72eaf2d46f18dc0b19c62e0dfb24ca3109551754867c7c2fb48c067c167d41f9927e3cc0a50cdd24b333afd250c2029debf90830580d44c8b08"
        },
        "receipt": {
          "txId": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599",
          "index": 0,
          "outcome": "success",
          "events": [
            {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            }
          ],
          "height": 1,
          "blockHash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
          "timeMs": 1760000001000
        }
      }
    },
    {
      "name": "unknown",
      "params": {
        "hash": "0x0000000000000000000000000000000000000000000000000000000000000000"
      },
      "result": {
        "hash": "0x0000000000000000000000000000000000000000000000000000000000000000",
        "status": "unknown"
      }
    }
  ],
  "tx_getReceipt": [
    {
      "name": "success",
      "params": {
        "hash": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599"
      },
      "result": {
        "txId": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599",
        "index": 0,
        "outcome": "success",
        "events": [
          {
            "module": "settlement",
            "type": "transferred",
            "attributes": [
              {
                "key": "amount",
                "value": "150000"
              },
              {
                "key": "currency",
                "value": "CNY"
              },
              {
                "key": "from",
                "value": "bank-a"
              },
              {
                "key": "reference",
                "value": "invoice 2026-001"
              },
              {
                "key": "to",
                "value": "nanhai"
              }
            ]
          }
        ],
        "height": 1,
        "blockHash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
        "timeMs": 1760000001000
      }
    }
  ],
  "tx_waitForReceipt": [
    {
      "name": "rejected by a module",
      "params": {
        "hash": "0x74952fd57f2db7c908b17d5895dd5b454e091e2fca668f375ce8e7e380836067",
        "timeoutMs": 1000
      },
      "result": {
        "txId": "0x74952fd57f2db7c908b17d5895dd5b454e091e2fca668f375ce8e7e380836067",
        "index": 0,
        "outcome": "rejected",
        "code": "settlement/insufficient-funds",
        "callIndex": 0,
        "events": [],
        "height": 2,
        "blockHash": "0x676ee412c3b97ca75f7ef8c03d3c466ba2316d8b250e79387d5b6f60107552d8",
        "timeMs": 1760000002000
      }
    }
  ],
  "tx_getProof": [
    {
      "name": "of a final transaction",
      "params": {
        "hash": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599"
      },
      "result": {
        "id": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599",
        "height": 1,
        "receipt": {
          "txId": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599",
          "index": 0,
          "outcome": "success",
          "events": [
            {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            }
          ]
        },
        "index": 0,
        "transactionCount": 1,
        "receiptCount": 1,
        "transactionPath": [],
        "receiptPath": [],
        "header": {
          "version": 2,
          "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
          "epoch": 0,
          "height": 1,
          "parent": "0x0e2fb7103f4b1e111898120f6414601787d81e1149550936fa3436a9b3f82e35",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xc948b57b2319f599d980f44c2692ed93ef46f026a28001ca4203f55e201a3b54",
          "receiptsRoot": "0xc4778a04c433aafeb0e50c939d098296a2dd459cc345a72e37fb44b2ffba1f5d",
          "stateRoot": "0xbfa83c224d8a4bf3370251ac46f98b84adca5697e86a08d98ee843c73eee450f",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x33794ac1bd7b802b3eff55ad4e9d132166b4fdd76879ac79b79271684dc22de7",
          "headerHash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x8fb4f13c678cef87fb7926a6f4e6058e8bf2e32cc2deb513bb72a69177f1e0e90a13a49bd14ff9742c82fc1b0698afa35362426a8d413f990c53ef8cdf822a05"
            },
            {
              "signer": 1,
              "signature": "0x154d180ba7c6c5530f821336a8cafb019670626536426c94fb9fdf175673e49db4b1a738802dd2e95ff380cd845621ada6bb001b6ee8e84688baa54096800e00"
            },
            {
              "signer": 2,
              "signature": "0xddf4adedf1d1d92c0c99c9b83add98f9e0a46f2b8f9f8fd3d8cf4fadd222a1dad3535ce4ba4a5f672e1418c35ad2e117213369fbb7a736939f23b5421c96cc0a"
            }
          ]
        }
      }
    }
  ],
  "tx_list": [
    {
      "name": "the newest",
      "params": {
        "limit": 1
      },
      "result": {
        "items": [
          {
            "hash": "0xdf96245f72c53c0fb20283890729c8a2f19290e835e3c405fc836df815ef1587",
            "height": 4,
            "blockHash": "0xd3aefea63dcf1cd7d67c8f05eff0b6d02189990bc49bba8ad71b0f23a63fce63",
            "timeMs": 1760000003001,
            "index": 1,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "outcome": "success"
          }
        ],
        "nextCursor": "4:1",
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    },
    {
      "name": "what a module rejected",
      "params": {
        "outcome": "rejected",
        "module": "settlement",
        "order": "ascending"
      },
      "result": {
        "items": [
          {
            "hash": "0x74952fd57f2db7c908b17d5895dd5b454e091e2fca668f375ce8e7e380836067",
            "height": 2,
            "blockHash": "0x676ee412c3b97ca75f7ef8c03d3c466ba2316d8b250e79387d5b6f60107552d8",
            "timeMs": 1760000002000,
            "index": 0,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "outcome": "rejected",
            "code": "settlement/insufficient-funds",
            "callIndex": 0
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    },
    {
      "name": "of a party, for lack of money",
      "params": {
        "party": "bank-a",
        "code": "settlement/insufficient-funds",
        "limit": 10
      },
      "result": {
        "items": [
          {
            "hash": "0x74952fd57f2db7c908b17d5895dd5b454e091e2fca668f375ce8e7e380836067",
            "height": 2,
            "blockHash": "0x676ee412c3b97ca75f7ef8c03d3c466ba2316d8b250e79387d5b6f60107552d8",
            "timeMs": 1760000002000,
            "index": 0,
            "sender": "0x79201a0d2d125f10bd8064965206cce4e6a8f35e",
            "calls": [
              {
                "module": "settlement",
                "command": "transfer"
              }
            ],
            "outcome": "rejected",
            "code": "settlement/insufficient-funds",
            "callIndex": 0
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    }
  ],
  "event_list": [
    {
      "name": "what a firm was paid",
      "params": {
        "module": "settlement",
        "type": "transferred",
        "attributes": {
          "to": "nanhai"
        },
        "from": "earliest",
        "to": "latest"
      },
      "result": {
        "items": [
          {
            "event": {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            },
            "txId": "0x300a3a08a4458064d4277cc3443077b4faef539451b3c2d5d9a500435d686599",
            "height": 1,
            "blockHash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
            "timeMs": 1760000001000,
            "index": 0
          },
          {
            "event": {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            },
            "txId": "0x88bb120e3d89d025354cadab372e6ce6e0321b2ad480bd304f0f2a019199947d",
            "height": 4,
            "blockHash": "0xd3aefea63dcf1cd7d67c8f05eff0b6d02189990bc49bba8ad71b0f23a63fce63",
            "timeMs": 1760000003001,
            "index": 0
          },
          {
            "event": {
              "module": "settlement",
              "type": "transferred",
              "attributes": [
                {
                  "key": "amount",
                  "value": "150000"
                },
                {
                  "key": "currency",
                  "value": "CNY"
                },
                {
                  "key": "from",
                  "value": "bank-a"
                },
                {
                  "key": "reference",
                  "value": "invoice 2026-001"
                },
                {
                  "key": "to",
                  "value": "nanhai"
                }
              ]
            },
            "txId": "0xdf96245f72c53c0fb20283890729c8a2f19290e835e3c405fc836df815ef1587",
            "height": 4,
            "blockHash": "0xd3aefea63dcf1cd7d67c8f05eff0b6d02189990bc49bba8ad71b0f23a63fce63",
            "timeMs": 1760000003001,
            "index": 1
          }
        ],
        "nextCursor": null,
        "complete": true,
        "indexedFrom": 0,
        "indexedTo": 4,
        "height": 4
      }
    }
  ],
  "sub_subscribe": [
    {
      "name": "what a firm is paid, from the beginning",
      "params": {
        "topic": "events",
        "filter": {
          "module": "settlement",
          "type": "transferred",
          "attributes": {
            "to": "nanhai"
          }
        },
        "from": 1
      },
      "result": {
        "id": "1",
        "cursor": "1:0"
      }
    },
    {
      "name": "transfers, from the next block on",
      "params": {
        "topic": "transactions",
        "filter": {
          "module": "settlement",
          "command": "transfer"
        }
      },
      "result": {
        "id": "2",
        "cursor": "5:0"
      }
    },
    {
      "name": "view changes and evidence",
      "params": {
        "topic": "consensus",
        "filter": {
          "types": [
            "view-left",
            "evidence"
          ]
        }
      },
      "result": {
        "id": "3",
        "cursor": "00c0ffee00c0ffee@1"
      }
    },
    {
      "name": "this node, from the start of its process",
      "params": {
        "topic": "node",
        "from": "earliest"
      },
      "result": {
        "id": "4",
        "cursor": "00c0ffee00c0ffee@0"
      }
    }
  ],
  "sub_unsubscribe": [
    {
      "name": "the end",
      "params": {
        "id": "1"
      },
      "result": {
        "id": "1",
        "cursor": "5:0"
      }
    }
  ],
  "state_query": [
    {
      "name": "without args",
      "params": {
        "module": "settlement",
        "query": "currencies"
      },
      "result": {
        "value": {
          "items": [
            {
              "currency": "CNY",
              "exponent": 2,
              "issuer": "bank-a",
              "minted": "20000000000",
              "redeemed": "0",
              "outstanding": "20000000000"
            }
          ]
        },
        "height": 4
      }
    },
    {
      "name": "a balance",
      "params": {
        "module": "settlement",
        "query": "balance",
        "args": {
          "partyId": "bank-b",
          "currency": "CNY"
        }
      },
      "result": {
        "value": {
          "account": "bank-b",
          "currency": "CNY",
          "exponent": 2,
          "amount": "10000000000"
        },
        "height": 4
      }
    },
    {
      "name": "at an earlier height",
      "params": {
        "module": "settlement",
        "query": "balance",
        "args": {
          "partyId": "bank-b",
          "currency": "CNY"
        },
        "height": 1
      },
      "result": {
        "value": {
          "account": "bank-b",
          "currency": "CNY",
          "exponent": 2,
          "amount": "10000000000"
        },
        "height": 1
      }
    },
    {
      "name": "who may act",
      "params": {
        "module": "organizations",
        "query": "party",
        "args": {
          "partyId": "nanhai"
        }
      },
      "result": {
        "value": {
          "party": {
            "partyId": "nanhai",
            "name": "Nanhai Precision Mould Co., Ltd.",
            "country": "CN",
            "uscc": "91440605MADEM20025",
            "roles": [
              "supplier"
            ],
            "kyc": {
              "status": "ACTIVE",
              "validUntilMs": 1791536000000,
              "changedAtMs": 1760000000000
            },
            "registeredAtMs": 1760000000000,
            "operators": [
              "0x628f2ad0cd19214b89eb2b9247d9f4e241b6e893",
              "0xd7c50200952b19767bf2034c7eeae6232df20e16"
            ]
          },
          "account": "0x0188bcbc45c45afd2e2a7102f4b852750e99e531",
          "active": true
        },
        "height": 4
      }
    }
  ],
  "state_getProof": [
    {
      "name": "of a balance",
      "params": {
        "key": "0x736574746c656d656e740062616c616e636500434e590062616e6b2d62",
        "height": 1
      },
      "result": {
        "height": 1,
        "key": "0x736574746c656d656e740062616c616e636500434e590062616e6b2d62",
        "value": "0x0a0502540be400",
        "proof": {
          "key": "0x736574746c656d656e740062616c616e636500434e590062616e6b2d62",
          "value": "0x0a0502540be400",
          "siblings": [
            "0xab1c265dd3ba3ec6af497b6c7a2ea963186e0b8352d209eee15ada3b7fc6bbed",
            "0x43f10de01bad055dc563df87d5ebc818fdf354a234d3c37e2c6018d2d8c90a67",
            "0x40da63f8c6448c7c2f8a63e466fe544e168edeff7cb435ec19109343f4684f2e",
            "0x1afc9376c54a75a07cfbc8e0de4b65aec88877dca3ab2ea21ad326580a18d5b4",
            "0xd1c3d3df47e6d654cf1619932d4edca18e9b26e8d685be1e6bba7f89af090427",
            "0xe8d7ea5918f49d55c71b6a615d27f5b6fda5bfd560e0556f4ddc76fa031a5717",
            "0x0000000000000000000000000000000000000000000000000000000000000000",
            "0x01d713f3246cc8141f019f7597c521c6dfe49786b2689ef0a294ed1be75abfca"
          ]
        },
        "header": {
          "version": 2,
          "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
          "epoch": 0,
          "height": 1,
          "parent": "0x0e2fb7103f4b1e111898120f6414601787d81e1149550936fa3436a9b3f82e35",
          "timeMs": 1760000001000,
          "proposer": 0,
          "txRoot": "0xc948b57b2319f599d980f44c2692ed93ef46f026a28001ca4203f55e201a3b54",
          "receiptsRoot": "0xc4778a04c433aafeb0e50c939d098296a2dd459cc345a72e37fb44b2ffba1f5d",
          "stateRoot": "0xbfa83c224d8a4bf3370251ac46f98b84adca5697e86a08d98ee843c73eee450f",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x33794ac1bd7b802b3eff55ad4e9d132166b4fdd76879ac79b79271684dc22de7",
          "headerHash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x8fb4f13c678cef87fb7926a6f4e6058e8bf2e32cc2deb513bb72a69177f1e0e90a13a49bd14ff9742c82fc1b0698afa35362426a8d413f990c53ef8cdf822a05"
            },
            {
              "signer": 1,
              "signature": "0x154d180ba7c6c5530f821336a8cafb019670626536426c94fb9fdf175673e49db4b1a738802dd2e95ff380cd845621ada6bb001b6ee8e84688baa54096800e00"
            },
            {
              "signer": 2,
              "signature": "0xddf4adedf1d1d92c0c99c9b83add98f9e0a46f2b8f9f8fd3d8cf4fadd222a1dad3535ce4ba4a5f672e1418c35ad2e117213369fbb7a736939f23b5421c96cc0a"
            }
          ]
        }
      }
    },
    {
      "name": "that a party has no account",
      "params": {
        "key": "0x736574746c656d656e740062616c616e636500434e5900746178"
      },
      "result": {
        "height": 4,
        "key": "0x736574746c656d656e740062616c616e636500434e5900746178",
        "value": null,
        "proof": {
          "key": "0x736574746c656d656e740062616c616e636500434e5900746178",
          "siblings": [
            "0x35bc0e3fd3efee68a9a8eb2458738844a3dddc34a2111c47293b246ed483bfe9",
            "0xa3549dedd8649d15363fd7216dca800a2a0c2b6fa1dbf9727f0743651cc0137c",
            "0xfb58ddaebb7512ad35541912f2d2dd7afa3db0c7b4ca80f535046abdf42e3d72",
            "0xc3b77f3ac966cc27e0e265d5047d5c3edda1cfd0a643769bf71929be5793b9b1",
            "0xe2825c0b4d5249615445696b7a9297c40d741d10d7e3704fd5ae5cb77bbf45fc",
            "0x72460e3bfa185eeda97a8ce70d89a89559bd5869d4863703230530f888969fdb"
          ],
          "otherLeaf": {
            "keyHash": "0x312a8b565fafc16e7568ba3618dffa4094cacd433a884aed5eb483f668019c65",
            "valueHash": "0x087833fa684270ff53fc684fea2644aab7f4cc9619eef3dd5008e18a31a0a5e2"
          }
        },
        "header": {
          "version": 2,
          "genesisHash": "0x61277c87532f6a1128b9dc7b98424f6c9fdd9b75c2d964b7cca1f6efcf464fb6",
          "epoch": 0,
          "height": 4,
          "parent": "0x74da2bccb20c6d59725341af2daac1c1e7f1d2347465f38f5f3eb276189c6abc",
          "timeMs": 1760000003001,
          "proposer": 0,
          "txRoot": "0xa418c52f9a9befdfaf9018fafaae52215087b1682b85410e855f70350d023935",
          "receiptsRoot": "0xdf09586674a7e15233c57f28758c127ac9d799c5de2a7a4c2c5edac386f70454",
          "stateRoot": "0x0265b0b6c86be09e4c7f20252e720c405b2c4df97ddd585bd7c6d295398b0b70",
          "validatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "nextValidatorSetHash": "0x6357943a5c8b949ca8f3bc7a7803b1f44b3af338ec72c4f2a70409bdcf8b2b9e",
          "paramsHash": "0x937292ab365c3fb027ae45453e9118be08fb691d7348e852556e3a1002b18f75",
          "evidenceRoot": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        },
        "certificate": {
          "epoch": 0,
          "view": 0,
          "height": 4,
          "digest": "0x37738460dc0a8462ac11f3e69837370967a3fc4e4f16b0e9e33dfc29bd409758",
          "headerHash": "0xd3aefea63dcf1cd7d67c8f05eff0b6d02189990bc49bba8ad71b0f23a63fce63",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x9a9e8481d3fc3b0ee836bf997e81c78b2aa9509991baad77172c54121c33efbcde71c3d85b296e3a2c9801c41fe51af7097567ec8af025ccc020a2a4d1decb00"
            },
            {
              "signer": 1,
              "signature": "0x4374f80d0878eba34a4fefc47cd58ff4b64b71538866212739c4b13d3f606c8f545974d88ebd2aba4978ee4f7d7b18b16a44beec05dc7f3aea9672db27e5e60f"
            },
            {
              "signer": 2,
              "signature": "0xab148aa349354150b04f3ee58df8419b6f481589d238a3d574a4870736b58745ab198a599c30d17366b0b4031320cfec1c1c4d191a3c8549471018ccf115d601"
            }
          ]
        }
      }
    }
  ],
  "consensus_getStanding": [
    {
      "name": "a validator",
      "params": {},
      "result": {
        "standing": "validator",
        "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f",
        "organization": "bank-a",
        "index": 0
      }
    }
  ],
  "consensus_getState": [
    {
      "name": "between two blocks",
      "params": {},
      "result": {
        "epoch": 0,
        "view": 0,
        "wants": 0,
        "inView": true,
        "primary": 0,
        "head": 4,
        "quorum": 3,
        "slots": [
          {
            "height": 5,
            "phase": "empty",
            "prepares": [],
            "commits": []
          }
        ]
      }
    }
  ],
  "consensus_getValidators": [
    {
      "name": "four",
      "params": {},
      "result": {
        "epoch": 0,
        "quorum": 3,
        "items": [
          {
            "index": 0,
            "organization": "bank-a",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
            },
            "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
            "addresses": [
              "127.0.0.1:10545"
            ]
          },
          {
            "index": 1,
            "organization": "bank-b",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
            },
            "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
            "addresses": [
              "127.0.0.1:10546"
            ]
          },
          {
            "index": 2,
            "organization": "core-firm",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x4e45b30f2c3ee54294593e475ed0e4915f642642a38a5d21e5a6df7460da9a11"
            },
            "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
            "addresses": [
              "127.0.0.1:10547"
            ]
          },
          {
            "index": 3,
            "organization": "supplier",
            "consensusKey": {
              "algorithm": 1,
              "bytes": "0x373a45aa01f4568a4430a4db2a96411a33ef675307c0028c842f460d62b0a7b8"
            },
            "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
            "addresses": [
              "127.0.0.1:10548"
            ]
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_listEpochs": [
    {
      "name": "from genesis on",
      "params": {},
      "result": {
        "items": [
          {
            "epoch": 0,
            "firstHeight": 1,
            "validators": [
              {
                "organization": "bank-a",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
                },
                "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
                "addresses": [
                  "127.0.0.1:10545"
                ]
              },
              {
                "organization": "bank-b",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
                },
                "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
                "addresses": [
                  "127.0.0.1:10546"
                ]
              },
              {
                "organization": "core-firm",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x4e45b30f2c3ee54294593e475ed0e4915f642642a38a5d21e5a6df7460da9a11"
                },
                "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
                "addresses": [
                  "127.0.0.1:10547"
                ]
              },
              {
                "organization": "supplier",
                "consensusKey": {
                  "algorithm": 1,
                  "bytes": "0x373a45aa01f4568a4430a4db2a96411a33ef675307c0028c842f460d62b0a7b8"
                },
                "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
                "addresses": [
                  "127.0.0.1:10548"
                ]
              }
            ]
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_getSignerStats": [
    {
      "name": "of the last blocks",
      "params": {},
      "result": {
        "height": 4,
        "fromHeight": 1,
        "windowMax": 1000,
        "items": [
          {
            "index": 0,
            "organization": "bank-a",
            "signed": 4,
            "missed": 0,
            "lastSignedHeight": 4,
            "proposed": 4,
            "viewsLost": 0
          },
          {
            "index": 1,
            "organization": "bank-b",
            "signed": 4,
            "missed": 0,
            "lastSignedHeight": 4,
            "proposed": 0,
            "viewsLost": 0
          },
          {
            "index": 2,
            "organization": "core-firm",
            "signed": 4,
            "missed": 0,
            "lastSignedHeight": 4,
            "proposed": 0,
            "viewsLost": 0
          },
          {
            "index": 3,
            "organization": "supplier",
            "signed": 0,
            "missed": 4,
            "lastSignedHeight": null,
            "proposed": 0,
            "viewsLost": 0
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "consensus_getEvidence": [
    {
      "name": "a validator that prepared twice",
      "params": {},
      "result": {
        "sinceMs": 1760000000000,
        "dropped": 0,
        "items": [
          {
            "sequence": 1,
            "seenAtMs": 1760000002000,
            "culprit": 3,
            "organization": "supplier",
            "kind": "conflicting-prepare",
            "height": 2,
            "first": {
              "epoch": 0,
              "signer": 3,
              "signature": "0xecf2aa6793ee791684faa3b4f7aa81388b1718bcc24964fe58a38c041c1273271d77864b9cae2516b4525b049d77d70bb8a2d8eeaceed17152461e7100c90a08",
              "message": {
                "type": "prepare",
                "view": 0,
                "height": 2,
                "digest": "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
              }
            },
            "second": {
              "epoch": 0,
              "signer": 3,
              "signature": "0xbe11311519cf433f36ef9bac1773ae462f4514c7b44b79950bca053fcb3a9b87e015f815e637057bbd4463a514fba7d485d8a4e8a3bceeef6cb59032c6d7960a",
              "message": {
                "type": "prepare",
                "view": 0,
                "height": 2,
                "digest": "0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
              }
            }
          }
        ],
        "onChain": [],
        "nextCursor": null
      }
    },
    {
      "name": "of a validator that did no wrong",
      "params": {
        "validator": 0,
        "limit": 10
      },
      "result": {
        "sinceMs": 1760000000000,
        "dropped": 0,
        "items": [],
        "onChain": [],
        "nextCursor": null
      }
    }
  ],
  "consensus_getStatements": [
    {
      "name": "of an observer",
      "params": {
        "height": 1
      },
      "result": {
        "height": 1,
        "committed": {
          "epoch": 0,
          "view": 0,
          "height": 1,
          "digest": "0x33794ac1bd7b802b3eff55ad4e9d132166b4fdd76879ac79b79271684dc22de7",
          "headerHash": "0xff7de08e4efee59de086d7ed4817676218886feb228ccbce2caff6ab3ab5e810",
          "signatures": [
            {
              "signer": 0,
              "signature": "0x8fb4f13c678cef87fb7926a6f4e6058e8bf2e32cc2deb513bb72a69177f1e0e90a13a49bd14ff9742c82fc1b0698afa35362426a8d413f990c53ef8cdf822a05"
            },
            {
              "signer": 1,
              "signature": "0x154d180ba7c6c5530f821336a8cafb019670626536426c94fb9fdf175673e49db4b1a738802dd2e95ff380cd845621ada6bb001b6ee8e84688baa54096800e00"
            },
            {
              "signer": 2,
              "signature": "0xddf4adedf1d1d92c0c99c9b83add98f9e0a46f2b8f9f8fd3d8cf4fadd222a1dad3535ce4ba4a5f672e1418c35ad2e117213369fbb7a736939f23b5421c96cc0a"
            }
          ]
        },
        "prepared": [],
        "newViews": [],
        "nextCursor": null
      }
    }
  ],
  "gov_listProposals": [
    {
      "name": "those that are open",
      "params": {
        "status": "open",
        "limit": 10
      },
      "result": {
        "height": 4,
        "items": [
          {
            "proposalId": "1",
            "proposer": "bank-a",
            "action": {
              "type": "activateModule",
              "name": "loyalty",
              "version": 1,
              "hash": "0x7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e",
              "atHeight": 100000
            },
            "deadlineMs": 1761209600000,
            "yes": [
              "bank-a"
            ],
            "no": [],
            "status": "open",
            "note": "points for the members of the chain"
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "gov_getProposal": [
    {
      "name": "one that has been voted on",
      "params": {
        "proposalId": "1"
      },
      "result": {
        "height": 4,
        "proposal": {
          "proposalId": "1",
          "proposer": "bank-a",
          "action": {
            "type": "activateModule",
            "name": "loyalty",
            "version": 1,
            "hash": "0x7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e",
            "atHeight": 100000
          },
          "deadlineMs": 1761209600000,
          "yes": [
            "bank-a"
          ],
          "no": [],
          "status": "open",
          "note": "points for the members of the chain"
        },
        "quorum": 3,
        "members": [
          {
            "organization": "bank-a",
            "partyId": "bank-a"
          },
          {
            "organization": "bank-b",
            "partyId": "bank-b"
          },
          {
            "organization": "core-firm",
            "partyId": "shunhe"
          },
          {
            "organization": "supplier",
            "partyId": "nanhai"
          }
        ]
      }
    }
  ],
  "member_list": [
    {
      "name": "the first page",
      "params": {
        "limit": 2
      },
      "result": {
        "height": 4,
        "items": [
          {
            "organization": "bank-a",
            "party": {
              "name": "Demo Bank A",
              "country": "CN",
              "uscc": "91440600MADEMBKA11",
              "bic": "DEMACNB0XXX",
              "roles": [
                "bank",
                "clearing-bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 0,
              "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
              "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
            }
          },
          {
            "organization": "bank-b",
            "party": {
              "name": "Demo Bank B",
              "country": "CN",
              "uscc": "91440600MADEMBKB25",
              "bic": "DEMBCNB0XXX",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0xc447ff51a7512e995e5585507197b5ccdedfa478",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 1,
              "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
              "consensusKey": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
            }
          }
        ],
        "nextCursor": "2"
      }
    },
    {
      "name": "banks",
      "params": {
        "role": "bank",
        "height": "latest"
      },
      "result": {
        "height": 4,
        "items": [
          {
            "organization": "bank-a",
            "party": {
              "name": "Demo Bank A",
              "country": "CN",
              "uscc": "91440600MADEMBKA11",
              "bic": "DEMACNB0XXX",
              "roles": [
                "bank",
                "clearing-bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 0,
              "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
              "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
            }
          },
          {
            "organization": "bank-b",
            "party": {
              "name": "Demo Bank B",
              "country": "CN",
              "uscc": "91440600MADEMBKB25",
              "bic": "DEMBCNB0XXX",
              "roles": [
                "bank"
              ],
              "kyc": {
                "status": "ACTIVE",
                "validUntilMs": 1791536000000,
                "changedAtMs": 1760000000000
              },
              "active": true,
              "account": "0xc447ff51a7512e995e5585507197b5ccdedfa478",
              "registeredAtMs": 1760000000000,
              "operators": 2
            },
            "validator": {
              "index": 1,
              "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
              "consensusKey": "0x62d20eb1f5aa28d39c6635a81af21922f7791894cb61fdd3c7ad281576d22954"
            }
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "member_get": [
    {
      "name": "a bank that runs a validator",
      "params": {
        "organization": "bank-a"
      },
      "result": {
        "height": 4,
        "member": {
          "organization": "bank-a",
          "party": {
            "name": "Demo Bank A",
            "country": "CN",
            "uscc": "91440600MADEMBKA11",
            "bic": "DEMACNB0XXX",
            "roles": [
              "bank",
              "clearing-bank"
            ],
            "kyc": {
              "status": "ACTIVE",
              "validUntilMs": 1791536000000,
              "changedAtMs": 1760000000000
            },
            "active": true,
            "account": "0x3454847d1c8048449ade4cec10f0a4e8118bf4fb",
            "registeredAtMs": 1760000000000,
            "operators": 2
          },
          "validator": {
            "index": 0,
            "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
            "consensusKey": "0x98262647d4209e7bba8c19cd5084ac3d8aa53442d060d2558c151171c8c8b18f"
          }
        }
      }
    }
  ],
  "net_peers": [
    {
      "name": "one is missing",
      "params": {},
      "result": {
        "items": [
          {
            "peerId": "12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi",
            "organization": "bank-b",
            "connected": true,
            "head": 4,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10546/p2p/12D3KooWDYWVwwSt2f3mkYLjGxZaMumH1d2uBoJtH4nfcNFy1Dpi"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W",
            "organization": "core-firm",
            "connected": true,
            "head": 4,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10547/p2p/12D3KooWBT727YMVp3W5xaqakGAqt4fdQPAWrGqQitAFKKux4H8W"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE",
            "organization": "supplier",
            "connected": false,
            "head": 4,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10548/p2p/12D3KooWKEkPeHRnvLYkk2mNdXXoZTDh2DEeKyM5fvBtwonGYAWE"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "net_info": [
    {
      "name": "two of three connected",
      "params": {},
      "result": {
        "peerId": "12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr",
        "version": "0.1.0",
        "listen": [
          "/ip4/127.0.0.1/tcp/10545/p2p/12D3KooWQ8cpeQKoSgE4cYST8Syn5CjafYrCdcyMEEVCbdw7Brrr"
        ],
        "protocols": [
          "/hanse/61277c87532f6a11/control/1",
          "/hanse/61277c87532f6a11/consensus/1",
          "/hanse/61277c87532f6a11/transactions/1",
          "/hanse/61277c87532f6a11/sync/1"
        ],
        "peers": {
          "allowed": 3,
          "connected": 2
        },
        "limits": {
          "frameBytesMax": {
            "consensus": 1048576,
            "transactions": 1048576,
            "sync": 4194304
          },
          "receiveBytesPerSecondMax": 33554432,
          "sendBytesPerSecondMax": 25165824,
          "pendingInboundMax": 128,
          "inboundPerHostPerSecondMax": 100
        },
        "totals": {
          "bytesIn": 3000,
          "bytesOut": 6000,
          "framesIn": 30,
          "framesOut": 60,
          "reconnects": 0
        }
      }
    }
  ]
}
export const ADMIN_EXAMPLES = {
  "rpc.discover": [
    {
      "name": "the document",
      "params": {},
      "result": {
        "openrpc": "1.3.2",
        "info": {
          "title": "Hanse node, administration",
          "version": "0.1.0",
          "description": "JSON-RPC 2.0 over HTTP POST /, for this machine alone and with the token of the node’s home. Heights and times (ms) are numbers, amounts decimal strings of minor units, bytes 0x-hex. error.data.code names the reason; docs/errors.md explains each. Examples are of a devnet of their own: other chains do not know the hashes and raw bytes in them.",
          "license": {
            "name": "Apache-2.0"
          }
        }
      }
    }
  ],
  "admin_getLogLevel": [
    {
      "name": "as configured",
      "params": {},
      "result": {
        "level": "info"
      }
    }
  ],
  "admin_setLogLevel": [
    {
      "name": "more",
      "params": {
        "level": "debug"
      },
      "result": {
        "level": "debug",
        "before": "info"
      }
    },
    {
      "name": "back",
      "params": {
        "level": "info"
      },
      "result": {
        "level": "info",
        "before": "debug"
      }
    }
  ],
  "admin_listPeers": [
    {
      "name": "one is missing",
      "params": {},
      "result": {
        "items": [
          {
            "peerId": "12D3KooWTest1",
            "organization": "bank-b",
            "connected": true,
            "head": 0,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10546"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWTest2",
            "organization": "core-firm",
            "connected": true,
            "head": 0,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10547"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          },
          {
            "peerId": "12D3KooWTest3",
            "organization": "supplier",
            "connected": false,
            "head": 0,
            "addresses": [
              "/ip4/127.0.0.1/tcp/10548"
            ],
            "connectedSinceMs": 1760000000000,
            "bytesIn": 1000,
            "bytesOut": 2000,
            "framesIn": 10,
            "framesOut": 20,
            "reconnects": 0
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "admin_disconnectPeer": [
    {
      "name": "for a minute",
      "params": {
        "peer": "bank-b",
        "banMs": 60000
      },
      "result": {
        "peerId": "12D3KooWTest1",
        "organization": "bank-b",
        "connected": false,
        "head": 0,
        "addresses": [
          "/ip4/127.0.0.1/tcp/10546"
        ],
        "connectedSinceMs": 1760000000000,
        "bytesIn": 1000,
        "bytesOut": 2000,
        "framesIn": 10,
        "framesOut": 20,
        "reconnects": 0,
        "bannedUntilMs": 1760000060010
      }
    }
  ],
  "admin_connectPeer": [
    {
      "name": "again",
      "params": {
        "peer": "bank-b"
      },
      "result": {
        "peerId": "12D3KooWTest1",
        "organization": "bank-b",
        "connected": true,
        "head": 0,
        "addresses": [
          "/ip4/127.0.0.1/tcp/10546"
        ],
        "connectedSinceMs": 1760000000000,
        "bytesIn": 1000,
        "bytesOut": 2000,
        "framesIn": 10,
        "framesOut": 20,
        "reconnects": 0
      }
    },
    {
      "name": "at another address",
      "params": {
        "peer": "core-firm",
        "addresses": [
          "127.0.0.1:10547"
        ]
      },
      "result": {
        "peerId": "12D3KooWTest2",
        "organization": "core-firm",
        "connected": true,
        "head": 0,
        "addresses": [
          "/ip4/127.0.0.1/tcp/10547"
        ],
        "connectedSinceMs": 1760000000000,
        "bytesIn": 1000,
        "bytesOut": 2000,
        "framesIn": 10,
        "framesOut": 20,
        "reconnects": 0
      }
    }
  ],
  "admin_createApiKey": [
    {
      "name": "without an end",
      "params": {
        "organization": "bank-b",
        "label": "erp"
      },
      "result": {
        "key": "hanse_0000000000000000000000000000000000000000001",
        "id": "1d664ee23950706d",
        "organization": "bank-b",
        "label": "erp",
        "source": "admin",
        "state": "active",
        "sha256": "0x1d664ee23950706defb6fbe81ef7b829164c4f6213ce393dbaaee4a4ba6dd2c3",
        "createdAtMs": 1760000000010
      }
    },
    {
      "name": "for an hour",
      "params": {
        "organization": "core-firm",
        "expiresAtMs": 1760003600010
      },
      "result": {
        "key": "hanse_0000000000000000000000000000000000000000002",
        "id": "b0e75d5aa9332a1d",
        "organization": "core-firm",
        "source": "admin",
        "state": "active",
        "sha256": "0xb0e75d5aa9332a1d5185c6a5fe2f561a3e663cbaa8ed4e080bfd3bdbb50af4c8",
        "createdAtMs": 1760000000010,
        "expiresAtMs": 1760003600010
      }
    }
  ],
  "admin_listApiKeys": [
    {
      "name": "two",
      "params": {},
      "result": {
        "items": [
          {
            "id": "1d664ee23950706d",
            "organization": "bank-b",
            "label": "erp",
            "source": "admin",
            "state": "active",
            "sha256": "0x1d664ee23950706defb6fbe81ef7b829164c4f6213ce393dbaaee4a4ba6dd2c3",
            "createdAtMs": 1760000000010
          },
          {
            "id": "b0e75d5aa9332a1d",
            "organization": "core-firm",
            "source": "admin",
            "state": "active",
            "sha256": "0xb0e75d5aa9332a1d5185c6a5fe2f561a3e663cbaa8ed4e080bfd3bdbb50af4c8",
            "createdAtMs": 1760000000010,
            "expiresAtMs": 1760003600010
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "admin_revokeApiKey": [
    {
      "name": "at once",
      "params": {
        "id": "1d664ee23950706d"
      },
      "result": {
        "id": "1d664ee23950706d",
        "organization": "bank-b",
        "label": "erp",
        "source": "admin",
        "state": "revoked",
        "sha256": "0x1d664ee23950706defb6fbe81ef7b829164c4f6213ce393dbaaee4a4ba6dd2c3",
        "createdAtMs": 1760000000010,
        "revokedAtMs": 1760000000010
      }
    }
  ],
  "admin_createSnapshot": [
    {
      "name": "at the head",
      "params": {},
      "result": {
        "kind": "snapshot",
        "state": "running",
        "startedAtMs": 1700000000000,
        "step": "writing chunks",
        "done": 3,
        "total": 25
      }
    }
  ],
  "admin_getJob": [
    {
      "name": "under way",
      "params": {},
      "result": {
        "job": {
          "kind": "snapshot",
          "state": "running",
          "startedAtMs": 1700000000000,
          "step": "writing chunks",
          "done": 3,
          "total": 25
        }
      }
    },
    {
      "name": "done",
      "params": {},
      "result": {
        "job": {
          "kind": "snapshot",
          "state": "done",
          "startedAtMs": 1700000000000,
          "endedAtMs": 1700000000900,
          "step": "writing chunks",
          "done": 3,
          "total": 25,
          "folder": "/srv/hanse/data/snapshots/1200",
          "height": 1200,
          "sizeBytes": 8000000
        }
      }
    }
  ],
  "admin_listSnapshots": [
    {
      "name": "one",
      "params": {},
      "result": {
        "items": [
          {
            "folder": "/srv/hanse/data/snapshots/1200",
            "height": 1200,
            "sizeBytes": 8000000,
            "createdAtMs": 1700000000000
          }
        ],
        "nextCursor": null
      }
    }
  ],
  "admin_createBackup": [
    {
      "name": "with the keys",
      "params": {
        "keys": true
      },
      "result": {
        "kind": "backup",
        "state": "running",
        "startedAtMs": 1700000000000,
        "step": "writing chunks",
        "done": 3,
        "total": 25
      }
    }
  ]
}
